/** Gzip sizes of the built bundles: what a person downloads first, and each part that is loaded when opened. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BundleSize {
  file: string;
  /** `entry` is loaded with the page, `texts` in one language, `chunk` on use. */
  kind: 'entry' | 'texts' | 'chunk';
  /** kB (1,000 bytes) after gzip −9. */
  gzipKb: number;
  rawKb: number;
}

/** @param release the Heft build's release folder */
export function bundleSizes(release: string): BundleSize[] {
  const entries = new Set<string>();
  for (const name of readdirSync(join(release, 'manifests')).filter((file) => file.endsWith('.manifest.json'))) {
    const manifest = JSON.parse(readFileSync(join(release, 'manifests', name), 'utf8')) as {
      loaderConfig: { entryModuleId: string; scriptResources: Record<string, { type: string; path?: string }> };
    };
    const { entryModuleId, scriptResources } = manifest.loaderConfig;
    const path = scriptResources[entryModuleId]?.path;
    if (path) entries.add(path);
  }
  return readdirSync(join(release, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file): BundleSize => {
      const bytes = readFileSync(join(release, 'assets', file));
      const kind = entries.has(file) ? 'entry' : /^\w+Strings_/.test(file) ? 'texts' : 'chunk';
      return { file, kind, gzipKb: gzipSync(bytes, { level: 9 }).length / 1000, rawKb: bytes.length / 1000 };
    })
    .sort((a, b) => a.kind.localeCompare(b.kind) || b.gzipKb - a.gzipKb);
}

if (require.main === module) {
  for (const { file, kind, gzipKb, rawKb } of bundleSizes('release')) {
    console.log(`${kind.padEnd(6)} ${gzipKb.toFixed(1).padStart(7)} kB gzip ${rawKb.toFixed(1).padStart(8)} kB  ${file}`);
  }
}
