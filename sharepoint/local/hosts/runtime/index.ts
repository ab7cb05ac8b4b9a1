import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleBody, clientSource, keptOnDisk } from '../client-scripts';
import type { ComponentManifest } from './manifest';
import { readMicrosoftFiles } from './microsoft-files';
import type { MicrosoftFiles } from './microsoft-files';
import { FLUENT, propertyPaneBodies } from './property-pane';
import { commonJsBody, fileNameOf, INERT_BODY, manifestOf, sourceOf } from './stand-ins';
import type { StandIn } from './stand-ins';

export interface RuntimeFile {
  readonly content: Uint8Array | string;
  /** Its name changes with its content. */
  readonly hashed: boolean;
}

/** The SPFx runtime: Microsoft's own files, and stand-ins for the components that only Microsoft's CDN has. */
export interface Runtime {
  readonly manifests: readonly ComponentManifest[];
  /** A file of the runtime's folder. */
  file(name: string): Promise<RuntimeFile | undefined>;
}

/** Components that every page loads. Ids and versions are those that Microsoft's manifests ask for. */
function basicStandIns(nodeModules: string): StandIn[] {
  const read = (file: string): string => readFileSync(join(nodeModules, file), 'utf8');
  return [
    { name: 'tslib', id: '01c4df03-e775-48cb-aa14-171ee5199a15', version: '2.3.1', needs: [], body: () => commonJsBody(read('tslib/tslib.js')) },
    {
      name: '@microsoft/load-themed-styles', id: '229b8d08-79f3-438b-8c21-4613fc877abd', version: '0.1.2', needs: [],
      body: () => commonJsBody(read('@microsoft/load-themed-styles/lib/index.js'))
    },
    {
      name: 'react', id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version: '17.0.1', needs: [],
      body: () => commonJsBody(read('react/umd/react.production.min.js'))
    },
    {
      name: 'react-dom', id: 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a', version: '17.0.1', needs: ['react'],
      body: () => commonJsBody(read('react-dom/umd/react-dom.production.min.js'), { react: 'd0' })
    },
    {
      name: '@msinternal/sp-edit-customer-promise', id: '42647dee-1f75-4b9f-b521-5c844a6c35cc', version: '0.1.0', needs: [],
      body: () =>
        `return {_EditModeCustomerPromiseHandler:{serviceKey:undefined},_logFailuresForEditCustomerPromise:function(data){` +
        `console.warn('[host] web part failure',data&&data.errorScenario,data&&data.errorMessage)}};`
    },
    {
      name: '@msinternal/sp-safehtml', id: '6d3c733c-8cb7-4871-bb22-b5b37c1d518d', version: '0.6.0', needs: [],
      body: () => 'return {SafeHtml:{clean:function(text){return text},isSafeLinkProtocol:function(){return true}}};'
    },
    {
      // On a real page this is the page application (sp-pages, or the one of Teams tabs).
      name: '@microsoft/sp-application-base', id: '4df9bb86-ab0a-4aab-ab5f-48bf167048fb', version: '1.23.2',
      needs: ['sp-webpart-base', 'sp-page-context', 'sp-component-base', '@microsoft/load-themed-styles', 'sp-core-library'],
      body: () =>
        bundleBody('application.ts', {
          '@microsoft/sp-webpart-base': 'd0', '@microsoft/sp-page-context': 'd1', '@microsoft/sp-component-base': 'd2',
          '@microsoft/load-themed-styles': 'd3', '@microsoft/sp-core-library': 'd4'
        })
    },
    {
      name: FLUENT, id: 'f1f1f1f1-0000-4000-8000-000000000001', version: '1.0.0', needs: ['react', 'react-dom'],
      body: () => {
        const jsx = 'function(t,p,k){return d0.createElement(t,k===undefined?p:Object.assign({key:k},p))}';
        const modules = { react: 'd0', 'react-dom': 'd1', 'react/jsx-runtime': `{Fragment:d0.Fragment,jsx:${jsx},jsxs:${jsx}}` };
        const packages = ['react', 'react-components', 'font-icons-mdl2'].map((name) => read(`@fluentui/${name}/package.json`));
        const parts = [clientSource('fluent.ts'), clientSource('page-data.ts'), ...packages];
        return keptOnDisk(nodeModules, 'fluent', parts, () => bundleBody('fluent.ts', modules));
      }
    }
  ];
}

/** What the property pane loads lazily is in no manifest: its bundle lists it as `{i:<id>,v:<version>,m:<module>}`. */
function lazyPropertyPaneStandIns(microsoft: MicrosoftFiles): StandIn[] {
  const bundle = [...microsoft.files].find(([name]) => name.startsWith('sp-property-pane_default'));
  if (!bundle) throw new Error('@microsoft/sp-property-pane is not installed');
  const components = readFileSync(bundle[1], 'utf8').matchAll(/\{i:"([0-9a-f-]{36})",v:"([\d.]+)",m:\d+\}/g);
  return [...components].map(([, id, version]) => ({
    name: `lazy-${id}`, id, version, needs: [FLUENT], body: () => 'return Object.assign({_Utilities:d0.v8},d0.v9,d0.v8);'
  }));
}

/** Everything that the known manifests refer to and that nobody has yet. */
function missingStandIns(manifests: readonly ComponentManifest[]): StandIn[] {
  const known = new Set(manifests.map((manifest) => manifest.id));
  const missing = new Map<string, StandIn>();
  for (const manifest of manifests) {
    for (const [name, resource] of Object.entries(manifest.loaderConfig.scriptResources)) {
      if (resource.type !== 'component' || known.has(resource.id)) continue;
      const { id, version } = resource;
      const body = propertyPaneBodies[name];
      const standIn: StandIn = body
        ? { name, id, version, needs: [FLUENT, 'react-dom'], body: () => body }
        : { name, id, version, needs: [], body: () => INERT_BODY };
      if (body || !missing.has(id)) missing.set(id, standIn);
    }
  }
  return [...missing.values()];
}

/**
 * Reads the runtime from the installed packages; nothing of it is copied.
 * @param nodeModules the folder with the installed packages
 */
export function readRuntime(nodeModules: string): Runtime {
  const microsoft = readMicrosoftFiles(nodeModules);
  const manifests = [...microsoft.manifests];
  const standIns = new Map<string, StandIn>();
  const add = (standIn: StandIn): void => {
    if (manifests.some((manifest) => manifest.id === standIn.id)) return;
    manifests.push(manifestOf(standIn, manifests));
    standIns.set(fileNameOf(standIn), standIn);
  };
  basicStandIns(nodeModules).forEach(add);
  lazyPropertyPaneStandIns(microsoft).forEach(add);
  missingStandIns(manifests).forEach(add);

  const made = new Map<string, Promise<string>>();
  return {
    manifests,
    async file(name) {
      const path = microsoft.files.get(name);
      if (path !== undefined) return { content: readFileSync(path), hashed: /_[0-9a-f]{20}\.js$/.test(name) };
      const standIn = standIns.get(name);
      if (!standIn) return undefined;
      const source = made.get(name) ?? sourceOf(standIn);
      made.set(name, source);
      return { content: await source, hashed: false };
    }
  };
}
