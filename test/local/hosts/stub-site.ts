import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHosts } from '../../../sharepoint/local/hosts';
import type { SiteFacts } from '../../../sharepoint/local/hosts';

export const ORIGIN = 'http://localhost:5180';
export const NOW = new Date('2023-10-05T15:42:00Z');
export const WEB_PART_ID = '8f0d2c1e-6a7b-4c55-9e0b-7d3a52b1c9f4';

const PEOPLE = [
  { userName: 'planeacion', title: 'Planeación', high: 0x7fffffff, low: 0xffffffff },
  { userName: 'coop', title: 'Profesional <COOP>', high: 0xb0, low: 0x08031041 | 0x10000 | 0x20000 },
  { userName: 'sin-acceso', title: 'Sin acceso', high: 0, low: 0 }
];

/** A site that knows three people and nothing else. */
export const stubSite: SiteFacts = {
  person(request) {
    const name = /local-user=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    const index = Math.max(0, PEOPLE.findIndex(({ userName }) => userName === name));
    const { userName, title, high, low } = PEOPLE[index];
    const email = `${userName}@aci.example`;
    return Promise.resolve({
      id: index + 7, userName, title, email, loginName: `i:0#.f|membership|${email}`, isSiteAdmin: index === 0, permissions: { high, low }
    });
  },
  web: () =>
    Promise.resolve({ siteId: '11111111-1111-4111-8111-111111111111', webId: '22222222-2222-4222-8222-222222222222', title: 'SIGACI & más', serverRelativeUrl: '/', language: 3082 }),
  people: () => Promise.resolve(PEOPLE),
  file(_request, path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return Promise.resolve(/^\/SIGACI\/.+\.\w+$/.test(path) ? { name, content: new TextEncoder().encode('content') } : undefined);
  },
  isList: (_request, path) => Promise.resolve(['/SIGACI', '/Lists/KeyResults'].includes(path)),
  digest: () => Promise.resolve('0xABC,05 Oct 2023 15:42:00 -0000')
};

/** A folder as the Heft build leaves it, with one web part. */
export function makeRelease(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  mkdirSync(join(folder, 'manifests'));
  mkdirSync(join(folder, 'assets'));
  const manifest = {
    id: WEB_PART_ID, alias: 'SeguimientoWebPart', componentType: 'WebPart', version: '0.1.0', manifestVersion: 2,
    supportedHosts: ['SharePointWebPart', 'TeamsPersonalApp', 'TeamsTab'],
    preconfiguredEntries: [{ title: { default: 'Seguimiento' }, description: { default: '' }, properties: { siteUrl: '</script><b>' } }],
    loaderConfig: {
      internalModuleBaseUrls: ['<!-- PATH TO CDN -->'], entryModuleId: 'seguimiento-web-part',
      scriptResources: { 'seguimiento-web-part': { type: 'path', path: 'seguimiento-web-part_1.js' } }
    }
  };
  writeFileSync(join(folder, 'manifests', `${WEB_PART_ID}.manifest.json`), JSON.stringify(manifest));
  writeFileSync(join(folder, 'assets', 'seguimiento-web-part_1.js'), 'define([],function(){})');
  writeFileSync(join(folder, 'secret.txt'), 'not to be served');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

export type Get = (path: string, init?: RequestInit & { as?: string }) => Promise<Response | undefined>;

/** Asks the hosts for a path, as one of the people. */
export function asker(release: string, teamsManifest?: string): Get {
  const hosts = makeHosts({ release, site: stubSite, clock: () => NOW, ...(teamsManifest ? { teamsManifest } : {}) });
  return (path, { as, ...init } = {}) => {
    const headers = { ...(as ? { cookie: `local-user=${as}` } : {}), ...(init.headers as Record<string, string> | undefined) };
    return hosts(new Request(ORIGIN + path, { ...init, headers }), { origin: ORIGIN });
  };
}
