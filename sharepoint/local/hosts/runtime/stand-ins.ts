import type { ComponentManifest, ScriptResource } from './manifest';

/** A module that stands for a component that only Microsoft's CDN has. */
export interface StandIn {
  /** Module name: the name under which bundles ask for it. */
  readonly name: string;
  readonly id: string;
  readonly version: string;
  /** Names of modules whose exports the body gets as `d0`, `d1`, … */
  readonly needs: readonly string[];
  /** Body of an AMD factory: it ends by returning the module's exports. Made when first asked for. */
  readonly body: () => string | Promise<string>;
}

export function fileNameOf(standIn: Pick<StandIn, 'name'>): string {
  return `stand-in-${standIn.name.replace(/[^\w.-]+/g, '-')}.js`;
}

/** The module as the loader wants it: named by id and version. */
export async function sourceOf(standIn: StandIn): Promise<string> {
  const parameters = standIn.needs.map((_, index) => `d${index}`).join(',');
  return `define(${JSON.stringify(`${standIn.id}_${standIn.version}`)},${JSON.stringify(standIn.needs)},function(${parameters}){${await standIn.body()}\n});`;
}

/** Its manifest. @throws Error when something it needs is not among `known` */
export function manifestOf(standIn: StandIn, known: readonly ComponentManifest[]): ComponentManifest {
  const scriptResources: Record<string, ScriptResource> = { [standIn.name]: { type: 'path', path: fileNameOf(standIn) } };
  for (const need of standIn.needs) {
    const found = known.find((manifest) => manifest.loaderConfig.entryModuleId === need);
    if (!found) throw new Error(`${standIn.name} needs ${need}, which no installed package provides`);
    scriptResources[need] = { type: 'component', id: found.id, version: found.version };
  }
  return {
    id: standIn.id,
    alias: standIn.name,
    componentType: 'Library',
    version: standIn.version,
    manifestVersion: 2,
    isInternal: true,
    loaderConfig: { internalModuleBaseUrls: [], entryModuleId: standIn.name, scriptResources }
  };
}

/** Body that evaluates a CommonJS or UMD file; `modules` maps names it requires to expressions. */
export function commonJsBody(source: string, modules: Readonly<Record<string, string>> = {}): string {
  const table = Object.entries(modules).map(([name, expression]) => `${JSON.stringify(name)}:${expression}`);
  return (
    `var module={exports:{}},exports=module.exports,modules={${table.join(',')}};` +
    `(function(define,require){${source}\n}).call(undefined,undefined,function(name){return modules[name]});return module.exports;`
  );
}

/** For components that are loaded but never needed: every property, call and `new` gives something inert. */
export const INERT_BODY =
  `var u=new Proxy(function(){},{get:function(t,k){return k===Symbol.toPrimitive?function(){return ''}:` +
  `k==='prototype'?t.prototype:k==='__esModule'?true:k==='then'?undefined:u},apply:function(){return u},construct:function(){return {}}});return u;`;
