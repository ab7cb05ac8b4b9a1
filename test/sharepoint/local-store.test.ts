import { browserStore } from '../../src/sharepoint/local-store';

function fakeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() { return kept.size; },
    clear: () => kept.clear(),
    key: index => [...kept.keys()][index] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, value); },
    removeItem: key => { kept.delete(key); }
  };
}

test('keeps what a person wrote, and nobody else’s', () => {
  const storage = fakeStorage();
  const [coop, gci] = ['i:0#.f|membership|COOP@aci.example', 'i:0#.f|membership|gci@aci.example'].map(
    login => browserStore(login, () => storage)
  );
  coop.write('draft', 'text');
  expect([coop.read('draft'), gci.read('draft')]).toEqual(['text', null]);
  expect(browserStore('i:0#.f|membership|coop@aci.example', () => storage).read('draft')).toBe('text');
  gci.remove('draft');
  expect(coop.read('draft')).toBe('text');
  coop.remove('draft');
  expect(coop.read('draft')).toBeNull();
});

test.each<[string, () => Storage]>([
  ['blocked', () => { throw new Error('SecurityError'); }],
  ['full', () => ({ ...fakeStorage(), setItem: () => { throw new Error('QuotaExceededError'); } })]
])('storage that is %s reads nothing and hurts nobody', (_name, storage) => {
  const store = browserStore('coop', storage);
  expect(() => store.write('draft', 'text')).not.toThrow();
  expect(() => store.remove('draft')).not.toThrow();
  expect(store.read('draft')).toBeNull();
});
