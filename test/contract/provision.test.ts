/** The command against the embedded site. */
import { provision } from '../../config/tasks/provision/command';
import { contractSite } from './site';

const site = contractSite(false);

async function run(...args: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await provision(['--site', site.server.origin, ...args], { print: line => lines.push(line) });
  return { code, lines };
}

test('a site without lists differs in everything', async () => {
  const { code, lines } = await run('--check');
  expect(code).toBe(1);
  expect(lines.filter(line => /falta la lista/.test(line))).toHaveLength(14);
  expect(lines[lines.length - 1]).toMatch(/--repair/);
});

test('those who may not are told, and nothing is written', async () => {
  site.takeWrites();
  const { code, lines } = await run('--user', 'coop');
  expect([code, site.takeWrites()]).toEqual([1, []]);
  expect(lines.join('\n')).toMatch(/control total/);
});

test('goes on where it was interrupted, shows its steps, and ends in order', async () => {
  site.server.faults.add({ url: '_api', method: 'POST', kind: 'status', status: 500, probability: 0.3, seed: 5, count: 12 });
  const first = await run();
  site.server.faults.clear();
  expect(first.code).toBe(1);
  expect(first.lines[first.lines.length - 1]).toMatch(/continúa donde quedó/);
  const { code, lines } = await run();
  expect([code, lines[lines.length - 1]]).toEqual([0, 'El sitio está en orden.']);
  expect(lines[0]).toMatch(/^\[1\/\d+\] Grupos: OKR Planeación/);
  expect(lines.some(line => /Columnas: Resultados clave/.test(line))).toBe(true);
}, 120000);

test('reports a difference, and repairs it when asked', async () => {
  await site.tools().list('KeyResults').fields.getByInternalNameOrTitle('Code').update({ Indexed: false }, 'SP.Field');
  await site.tools().list('Quarters').update({ Title: 'Los trimestres' });
  site.takeWrites();
  const check = await run('--check');
  expect([check.code, site.takeWrites()]).toEqual([1, []]);
  expect(check.lines).toEqual(expect.arrayContaining([
    expect.stringMatching(/AVISO.*Resultados clave: la columna «Código» no está indexada/),
    expect.stringMatching(/INFO.*Los trimestres: antes se llamaba «Trimestres» \(se respeta\)/)
  ]));
  expect((await run('--repair')).code).toBe(0);
  expect((await run('--check')).code).toBe(0);
}, 120000);
