import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebPartManifest } from './runtime/manifest';

/** Where SharePoint serves a solution's files from once it is in the app catalogue. */
export const ASSETS_PATH = '/sites/appcatalog/ClientSideAssets/sigaci-okr/';

/** What the Heft build left in its `release` folder. */
export interface Release {
  /** Read anew each time, so that a rebuild shows after a reload of the page. */
  webParts(): readonly WebPartManifest[];
  asset(name: string): Uint8Array | undefined;
}

/** @param folder holds `manifests/*.manifest.json` and `assets/*` */
export function readRelease(folder: string): Release {
  const manifests = join(folder, 'manifests');
  return {
    webParts() {
      if (!existsSync(manifests)) return [];
      return readdirSync(manifests)
        .filter((file) => file.endsWith('.manifest.json'))
        .map((file) => JSON.parse(readFileSync(join(manifests, file), 'utf8')) as WebPartManifest)
        .filter((manifest) => manifest.componentType === 'WebPart');
    },
    asset(name) {
      const path = join(folder, 'assets', name);
      return /^[\w.-]+$/.test(name) && existsSync(path) ? readFileSync(path) : undefined;
    }
  };
}
