import * as fc from 'fast-check';
import type { LocalStore, StoredDraft } from '../../src/application';
import { clearDraft, readDraft, saveDraft } from '../../src/application';

function memory(): LocalStore & { readonly rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    rows, read: key => rows.get(key) ?? null, write: (key, value) => { rows.set(key, value); }, remove: key => { rows.delete(key); }
  };
}

const DRAFT: StoredDraft = {
  valueText: '2,386',
  stagesDone: [1, 3],
  confidence: 'Media',
  narrative: 'Dos convenios.',
  obstacles: '',
  nextStep: 'Firmar en octubre.',
  evidence: [{ url: '/SIGACI/acta.pdf', text: 'Acta' }],
  clientKey: 'key-1',
  corrects: null,
  correctsEtag: null,
  savedAt: '2023-10-05T15:42:00Z'
};
const PLACE = ['OE1-OT2-R5', 'COOP', '2023-T3'] as const;

describe('drafts', () => {
  it('come back as they were typed, one per key result, process and quarter, and one per correction', () => {
    const store = memory();
    saveDraft(store, ...PLACE, DRAFT);
    saveDraft(store, ...PLACE, { ...DRAFT, valueText: '3', corrects: 41, correctsEtag: '"2"' });
    saveDraft(store, 'OE1-OT2-R5', 'CI', '2023-T3', { ...DRAFT, valueText: '12,' });
    expect(readDraft(store, ...PLACE)).toEqual(DRAFT);
    expect(readDraft(store, ...PLACE, 41)).toEqual({ ...DRAFT, valueText: '3', corrects: 41, correctsEtag: '"2"' });
    expect(readDraft(store, 'OE1-OT2-R5', 'CI', '2023-T3')).toMatchObject({ valueText: '12,' });
    expect(readDraft(store, 'OE1-OT2-R5', 'COOP', '2023-T4')).toBeNull();
    expect(readDraft(store, 'OE1-OT2-R6', 'COOP', '2023-T3')).toBeNull();
  });

  it('are gone once they are cleared', () => {
    const store = memory();
    saveDraft(store, ...PLACE, DRAFT);
    saveDraft(store, ...PLACE, { ...DRAFT, corrects: 41 });
    clearDraft(store, ...PLACE);
    expect(readDraft(store, ...PLACE)).toBeNull();
    expect(readDraft(store, ...PLACE, 41)).not.toBeNull();
    clearDraft(store, ...PLACE, 41);
    expect(store.rows.size).toBe(0);
  });

  it('are none where the storage holds something else', () => {
    const store = memory();
    saveDraft(store, ...PLACE, DRAFT);
    const [key] = [...store.rows.keys()];
    for (const found of [
      '',
      'null',
      '{',
      '[]',
      '"x"',
      '{}',
      '{"version":1}',
      '{"version":99,"draft":{}}',
      '{"version":1,"draft":{"clientKey":"k"}}'
    ]) {
      store.write(key, found);
      expect(readDraft(store, ...PLACE)).toBeNull();
    }
  });

  it('keep what is usable of a damaged one', () => {
    const store = memory();
    saveDraft(store, ...PLACE, DRAFT);
    const [key] = [...store.rows.keys()];
    store.write(
      key,
      JSON.stringify({
        version: 1,
        draft: {
          ...DRAFT,
          stagesDone: [1, '2', -1, 1.5, null],
          confidence: 'Total',
          narrative: 7,
          evidence: [{ url: 3 }, null, { url: '/a', text: 1 }],
          corrects: 'x'
        }
      })
    );
    expect(readDraft(store, ...PLACE)).toEqual({
      ...DRAFT, stagesDone: [1], confidence: null, narrative: '', evidence: [{ url: '/a', text: '' }], corrects: null
    });
  });

  it('never fail on what they find', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(json => `{"version":1,"draft":${json}}`)), found => {
      const store: LocalStore = { ...memory(), read: () => found };
      const draft = readDraft(store, ...PLACE);
      expect(draft === null || typeof draft.valueText === 'string').toBe(true);
    }), { numRuns: 300 });
  });

  it('are not looked for in a quarter that is none', () => {
    expect(readDraft({ ...memory(), read: () => JSON.stringify({ version: 1, draft: DRAFT }) }, 'OE1-OT2-R5', 'COOP', 'x')).toBeNull();
  });
});
