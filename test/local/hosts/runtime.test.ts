import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { readRuntime } from '../../../sharepoint/local/hosts/runtime';

const runtime = readRuntime(join(__dirname, '../../../node_modules'));

it('knows every component that a component asks for, in a version of its own', () => {
  const known = new Set(runtime.manifests.map(({ id }) => id));
  expect(known.size).toBe(runtime.manifests.length);
  const missing = runtime.manifests.flatMap(({ alias, loaderConfig }) =>
    Object.entries(loaderConfig.scriptResources).flatMap(([name, resource]) => (resource.type === 'component' && !known.has(resource.id) ? [`${alias}: ${name}`] : []))
  );
  expect(missing).toEqual([]);
});

it('has the file of every stand-in', async () => {
  for (const { alias, loaderConfig } of runtime.manifests) {
    const entry = loaderConfig.scriptResources[loaderConfig.entryModuleId];
    if (entry?.type !== 'path' || !String(entry.path).startsWith('stand-in-') || alias === 'host-fluent') continue;
    expect([alias, typeof (await runtime.file(String(entry.path)))?.content]).toEqual([alias, 'string']);
  }
});

it('stands in for React as an AMD module named by id and version', async () => {
  const source = String((await runtime.file('stand-in-react.js'))?.content);
  const defined: { name: string; exports: { version: string } }[] = [];
  const define = (name: string, _needs: string[], factory: () => { version: string }): void => { defined.push({ name, exports: factory() }); };
  runInContext(source, createContext({ define }));
  expect(defined.map(({ name, exports }) => [name, exports.version])).toEqual([['0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d_17.0.1', '17.0.1']]);
});

it('speaks English where the packages have nothing else', () => {
  for (const { loaderConfig } of runtime.manifests) {
    for (const resource of Object.values(loaderConfig.scriptResources)) {
      if (resource.type === 'localizedPath' && resource.paths['en-US']) expect(resource.paths.default).toEqual(resource.paths['en-US']);
    }
  }
});

it('serves no file it does not know', async () => {
  for (const name of ['', 'package.json', '../package.json', 'stand-in-nothing.js']) expect(await runtime.file(name)).toBeUndefined();
});
