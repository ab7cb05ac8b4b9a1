import { checkLink, evidenceName, evidencePath, sameLink } from '../../../src/ui/features/report/evidence-links';

const site = 'https://acimedellin.sharepoint.com/sites/sigaci';

describe('links given as evidence', () => {
  it.each([
    'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'file:///c:/x',
    '//otro.example/x', '/\\otro.example', 'www.medellin.gov.co', 'ftp://x/y', 'mailto:a@b.c', 'https:', 'https://'
  ])('refuses %j', (address) => {
    expect(checkLink(address, '', [])).toEqual({ fault: 'notAllowed' });
  });

  it('says what to do about plain http, nothing and repetitions', () => {
    expect(checkLink('http://medellin.gov.co/acta.pdf', '', [])).toEqual({ fault: 'plainHttp' });
    expect(checkLink('  ', 'Acta', [])).toEqual({ fault: 'empty' });
    expect(checkLink(`https://a.example/${'x'.repeat(2000)}`, '', [])).toEqual({ fault: 'tooLong' });
    expect(checkLink('https://a.example/acta%20final.pdf', '', [{ url: 'https://A.example/Acta final.pdf', text: 'Acta' }])).toEqual({ fault: 'repeated' });
  });

  it('takes https and site-relative addresses and names them', () => {
    expect(checkLink(' https://medellin.gov.co/convenios/Acta%20de%20convenio.pdf?v=2 ', '', []))
      .toEqual({ evidence: { url: 'https://medellin.gov.co/convenios/Acta%20de%20convenio.pdf?v=2', text: 'Acta de convenio.pdf' } });
    expect(checkLink('/sites/sigaci/SIGACI/Plan COOP.xlsx', ' El  plan ', [])).toEqual({ evidence: { url: '/sites/sigaci/SIGACI/Plan COOP.xlsx', text: 'El plan' } });
    expect(checkLink('https://medellin.gov.co', '', [])).toEqual({ evidence: { url: 'https://medellin.gov.co', text: 'medellin.gov.co' } });
  });

  it('survives a stray percent sign', () => {
    expect(checkLink('https://a.example/60%25%/50%', '', [])).toEqual({ evidence: { url: 'https://a.example/60%25%/50%', text: '50%' } });
  });

  it('tells where a document lies', () => {
    expect(evidencePath({ url: '/sites/sigaci/SIGACI/Planes%20Operativos%202021/COOP/Acta.pdf', text: '' }, site)).toBe('SIGACI › Planes Operativos 2021 › COOP');
    expect(evidencePath({ url: `${site}/SIGACI/COOP/Acta.pdf`, text: '' }, site)).toBe('SIGACI › COOP');
    expect(evidencePath({ url: 'https://medellin.gov.co/a/b', text: '' }, site)).toBe('medellin.gov.co');
    expect(evidencePath({ url: '/SIGACI/COOP/Acta.pdf', text: '' }, 'http://localhost:5180')).toBe('SIGACI › COOP');
    expect(evidenceName({ url: '/SIGACI/COOP/Acta.pdf', text: '' })).toBe('Acta.pdf');
    expect(evidenceName({ url: '/SIGACI/COOP/Acta.pdf', text: 'Acta de convenio' })).toBe('Acta de convenio');
  });

  it('knows a link again however it is written', () => {
    expect(sameLink('/SIGACI/Plan%20COOP', '/sigaci/Plan COOP/')).toBe(true);
    expect(sameLink('/SIGACI/a', '/SIGACI/b')).toBe(false);
  });
});
