import * as fc from 'fast-check';
import type { CheckIn, CheckInDraft, DraftContext, DraftIssueKind, KeyResult } from '../../src/domain';
import { accumulate, DRAFT_LIMITS, isAllowedLink, NOTHING, previewDraft, validateDraft } from '../../src/domain';
import { checkIn, decimals, histories, keyResult, keyResults, quarters, RULES } from './fixtures';

const TODAY = '2023-10-05';

function draft(over: Partial<CheckInDraft> = {}): CheckInDraft {
  return {
    keyResult: 'OE1-OT2-R5',
    process: 'COOP',
    quarter: '2023-T3',
    value: 2.386,
    stagesDone: [],
    confidence: 'Media',
    narrative: 'Dos convenios.',
    obstacles: 'La banca pide garantías.',
    nextStep: '',
    evidence: [],
    reportedOn: '2023-10-05T15:42:00Z',
    clientKey: 'key',
    ...over
  };
}

function preview(
  one: KeyResult,
  from: CheckInDraft,
  checkIns: CheckIn[] = [],
  replaces: number | null = null
): ReturnType<typeof previewDraft> {
  return previewDraft({
    keyResult: one, base: null, checkIns, quarters: quarters('2023-T2'), programmed: [], plan: RULES, today: TODAY, draft: from, replaces
  });
}

function issues(
  from: CheckInDraft,
  one: KeyResult | null = keyResult(),
  over: Partial<DraftContext> = {},
  checkIns: CheckIn[] = []
): string[] {
  const context: DraftContext = {
    keyResult: one, myProcesses: ['COOP'], quarters: quarters('2023-T2'), today: TODAY, graceDays: 10,
    preview: one && preview(one, from, checkIns), ...over
  };
  return validateDraft(from, context).map(({ kind, field, severity }) => `${field} ${kind}${severity === 'warning' ? ' (warning)' : ''}`);
}

const reading = keyResult({ accumulation: 'Latest' });
const scale = keyResult({ direction: 'Qualitative', accumulation: 'Latest', target: null, scale: ['Baja', 'Media', 'Alta'] });
const milestone = keyResult({
  direction: 'Milestone', accumulation: 'Latest', target: null, stages: [1, 1, 2].map(weight => ({ weight, text: 'Etapa' }))
});

describe('a draft', () => {
  it('is fine when everything is there', () => {
    expect(issues(draft())).toEqual([]);
  });

  it.each<[DraftIssueKind, Partial<CheckInDraft>, string]>([
    ['valueMissing', { value: null }, 'value'],
    ['valueNotANumber', { value: NaN }, 'value'],
    ['valueNotANumber', { value: Infinity }, 'value'],
    ['valueNegative', { value: -1 }, 'value'],
    ['confidenceMissing', { confidence: null }, 'confidence'],
    ['narrativeMissing', { narrative: ' \n ' }, 'narrative'],
    ['obstaclesNeeded', { obstacles: '' }, 'obstacles'],
    ['quarterUnknown', { quarter: '2024-T1' }, 'quarter'],
    ['quarterUnknown', { quarter: '2023-T5' }, 'quarter'],
    ['quarterClosed', { quarter: '2023-T2' }, 'quarter'],
    ['notYourProcess', { process: 'CI' }, 'process'],
    ['notYourProcess', { process: 'INV' }, 'process'],
    ['tooLong', { narrative: 'x'.repeat(DRAFT_LIMITS.narrative + 1) }, 'narrative'],
    ['tooLong', { nextStep: 'x'.repeat(DRAFT_LIMITS.nextStep + 1) }, 'nextStep'],
    ['badLink', { evidence: [{ url: 'javascript:alert(1)', text: '' }] }, 'evidence'],
    ['tooLong', { evidence: [{ url: `https://aci.example/${'x'.repeat(DRAFT_LIMITS.linkUrl)}`, text: '' }] }, 'evidence'],
    ['tooLong', { evidence: [{ url: '/SIGACI/acta.pdf', text: 'x'.repeat(DRAFT_LIMITS.linkText + 1) }] }, 'evidence']
  ])('%s: %j', (kind, over, field) => {
    expect(issues(draft(over))).toEqual([`${field} ${kind}`]);
  });

  it('cannot be for a key result that is unknown, inactive, or shows another\'s figures', () => {
    expect(issues(draft(), null)).toEqual(['keyResult keyResultUnknown']);
    expect(issues(draft(), keyResult({ active: false }))).toEqual(['keyResult keyResultInactive']);
    expect(issues(draft(), keyResult({ sameMeasureAs: 'OE1-OT2-R6' }))).toEqual(['keyResult keyResultIsAlias']);
  });

  it('cannot be for a quarter that has not begun or is being closed', () => {
    expect(issues(draft({ quarter: '2023-T4' }), keyResult(), { today: '2023-09-30' })).toEqual(['quarter quarterNotBegun']);
    const closing = quarters('2023-T2').map(row => (row.code === '2023-T3' ? { ...row, state: 'closing' as const } : row));
    expect(issues(draft(), keyResult(), { quarters: closing })).toEqual(['quarter quarterClosed']);
  });

  it('may be back-dated into any open quarter', () => {
    expect(issues(draft({ quarter: '2021-T1' }), keyResult(), { quarters: quarters() })).toEqual([]);
  });

  it('may be of a negative reading, but is asked about where nothing else is negative', () => {
    expect(issues(draft({ value: -3 }), reading)).toEqual(['value valueNegative (warning)']);
    expect(issues(draft({ value: -3 }), { ...reading, baseline: -10 })).toEqual([]);
    expect(issues(draft({ value: -3 }), { ...reading, target: -1, baseline: null })).toEqual([]);
    expect(issues(draft({ value: 0 }), keyResult())).toEqual([]);
  });

  it('names a level of the scale', () => {
    expect([1, 2, 3].flatMap(value => issues(draft({ value }), scale))).toEqual([]);
    for (const value of [0, 4, 1.5, -1]) expect(issues(draft({ value }), scale)).toEqual(['value levelUnknown']);
    expect(issues(draft({ value: 7 }), { ...scale, scale: [] })).toEqual([]);
    expect(issues(draft({ value: 0 }), { ...scale, scale: [] })).toEqual(['value levelUnknown']);
    // Where no levels are described, words will do.
    expect(issues(draft({ value: null }), { ...scale, scale: [] })).toEqual([]);
    expect(issues(draft({ value: null }), scale)).toEqual(['value valueMissing']);
  });

  it('names finished stages, none too, and is asked about one it takes back', () => {
    const from = draft({ value: null, stagesDone: [] });
    expect(issues(from, milestone)).toEqual([]);
    expect(issues({ ...from, stagesDone: [1, 3] }, milestone)).toEqual([]);
    expect(issues({ ...from, stagesDone: [0] }, milestone)).toEqual(['stagesDone stageUnknown']);
    expect(issues({ ...from, stagesDone: [4] }, milestone)).toEqual(['stagesDone stageUnknown']);
    const finished = [checkIn({ quarter: '2023-T1', stagesDone: [1, 2] })];
    expect(issues({ ...from, stagesDone: [2, 3] }, milestone, {}, finished)).toEqual(['stagesDone stagesMissing (warning)']);
    expect(issues({ ...from, stagesDone: [1, 2, 3] }, milestone, {}, finished)).toEqual([]);
  });

  it('must tell what holds things up only where they would be late', () => {
    expect(issues(draft({ obstacles: '', value: 28 }))).toEqual([]);
    expect(issues(draft({ obstacles: '', value: 31 }))).toEqual([]);
    expect(issues(draft({ obstacles: '' }), keyResult(), { preview: null })).toEqual([]);
    expect(issues(draft({ obstacles: '' }), keyResult({ target: null }))).toEqual([]);
  });

  it('tells everything at once, in the order of the form', () => {
    expect(
      issues(draft({ process: 'INV', quarter: '2021-T1', value: null, confidence: null, narrative: '' })).map(issue => issue.split(' ')[0])
    ).toEqual(['process', 'quarter', 'value', 'confidence', 'narrative']);
  });
});

describe('links', () => {
  it.each([
    'https://aci.example/a.pdf',
    'HTTPS://aci.example',
    'https://aci.example?x=1',
    'https://aci.sharepoint.com/sites/SIGACI/Acta%20de%20convenio.pdf',
    '/SIGACI/Planes Operativos 2021/COOP/Acta.pdf',
    '/',
    '/:w:/r/sites/SIGACI/x'
  ])('may be %s', url => expect(isAllowedLink(url)).toBe(true));

  it.each([
    '', 'http://aci.example/a.pdf', 'javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example',
    '\\\\evil', '/\t/evil.example', 'https:/aci.example', 'https://', 'https:// x', 'ftp://aci.example', 'acta.pdf', '../acta.pdf',
    'https://aci.example/"onclick', '/a\n/b',
    ' https://aci.example'
  ])('may not be %j', url => expect(isAllowedLink(url)).toBe(false));

  it('never lead to another site when they look like an address of this one', () => {
    fc.assert(fc.property(fc.string(), text => {
      const url = `/${text}`;
      fc.pre(isAllowedLink(url));
      expect(new URL(url, 'https://aci.example').host).toBe('aci.example');
    }), { numRuns: 1000 });
  });
});

describe('before and after', () => {
  it('says: llevan 19,9, aportas 2,386, quedan en 22,286 de 30', () => {
    const { before, after } = preview(keyResult(), draft(), [checkIn({ quarter: '2023-T2', value: 19.9 })]);
    expect([before.value, after.value, before.light, after.light]).toEqual([19.9, 22.286, 'amarillo', 'amarillo']);
    expect(after.progress).toBeCloseTo(0.7429, 4);
  });

  it('replaces a reading, and a later one of the same moment stands', () => {
    const now = checkIn({ id: 7, quarter: '2023-T3', value: 50, reportedOn: draft().reportedOn });
    expect(preview(reading, draft({ value: 52 }), [now]).after.value).toBe(52);
    expect(preview(reading, draft({ value: 52, quarter: '2023-T1' }), [now]).after.value).toBe(50);
  });

  it('does not count what it corrects', () => {
    const rows = [checkIn({ id: 1, quarter: '2023-T3', value: 19.9 }), checkIn({ id: 2, quarter: '2023-T3', value: 100 })];
    const { before, after } = preview(keyResult(), draft({ value: 1 }), rows, 2);
    expect([before.value, after.value]).toEqual([19.9, 20.9]);
  });

  it('shows nothing new while the number is none', () => {
    expect(preview(keyResult(), draft({ value: null })).after).toMatchObject({ value: null, light: 'sinDato' });
    expect(preview(keyResult(), draft({ value: NaN }), [checkIn({ quarter: '2023-T2', value: 5 })]).after.value).toBe(5);
  });

  it('is what saving the draft then gives', () => {
    fc.assert(fc.property(keyResults(), histories(), decimals(), fc.subarray([1, 2, 3]), (one, history, value, stagesDone) => {
      const from = draft({ value, stagesDone });
      const saved = checkIn({ ...from, id: 500, review: 'pending' });
      const { before, after } = preview(one, from, history);
      const folded = accumulate(one, [...history, saved]);
      expect({ ...after.accumulated, lastCheckInId: 0 }).toEqual({ ...folded, lastCheckInId: 0 });
      expect(before.accumulated).toEqual(history.length ? accumulate(one, history) : NOTHING);
    }), { numRuns: 200 });
  });
});
