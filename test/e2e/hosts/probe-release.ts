import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { commonJsBody } from '../../../sharepoint/local/hosts/runtime/stand-ins';

export const PROBE_ID = '0b7c9a52-6f0e-4d3f-8a4e-2f1f5c8d7e60';
const VERSION = '1.0.0';
const COMPONENTS = {
  '@microsoft/sp-webpart-base': '974a7777-0990-4136-8fa6-95d80114c2e0',
  '@microsoft/sp-property-pane': 'f9e737b7-f0df-4597-ba8c-3060f82380db',
  '@microsoft/sp-core-library': '7263c7d0-1d6a-45ec-8d85-d4d1d234171b'
};

/** Builds the probe into a folder shaped like a Heft build's `release`. @returns the folder, which the caller removes */
export async function makeProbeRelease(): Promise<string> {
  const needs = Object.keys(COMPONENTS);
  const bundle = await build({ entryPoints: [join(__dirname, 'probe-web-part.ts')], bundle: true, write: false, format: 'cjs', target: 'es2020', external: needs });
  const body = commonJsBody(bundle.outputFiles[0].text, Object.fromEntries(needs.map((name, index) => [name, `d${index}`])));
  const folder = mkdtempSync(join(tmpdir(), 'probe-release-'));
  mkdirSync(join(folder, 'manifests'));
  mkdirSync(join(folder, 'assets'));
  const parameters = needs.map((_, index) => `d${index}`).join(',');
  writeFileSync(join(folder, 'assets/probe.js'), `define("${PROBE_ID}_${VERSION}",${JSON.stringify(needs)},function(${parameters}){${body}\n});`);
  const components = Object.fromEntries(Object.entries(COMPONENTS).map(([name, id]) => [name, { type: 'component', id, version: '1.23.2' }]));
  writeFileSync(join(folder, 'manifests', `${PROBE_ID}.manifest.json`), JSON.stringify({
    id: PROBE_ID, alias: 'SeguimientoWebPart', componentType: 'WebPart', version: VERSION, manifestVersion: 2, requiresCustomScript: false,
    supportedHosts: ['SharePointWebPart', 'TeamsPersonalApp', 'TeamsTab'], supportsThemeVariants: true,
    preconfiguredEntries: [{
      groupId: '5c03119e-3074-46fd-976b-c60198311f70', group: { default: 'Advanced' }, title: { default: 'Sonda' }, description: { default: 'Sonda' },
      properties: { description: 'inicial', compact: false }
    }],
    loaderConfig: { internalModuleBaseUrls: [''], entryModuleId: 'probe', scriptResources: { probe: { type: 'path', path: 'probe.js' }, ...components } }
  }));
  return folder;
}
