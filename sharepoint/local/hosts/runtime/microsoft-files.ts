import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentManifest, ScriptResource } from './manifest';

export interface MicrosoftFiles {
  readonly manifests: readonly ComponentManifest[];
  /** Paths on disk by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/** The packages carry their texts in English only; their default files hold bare keys (`PropertyPaneEmptyStateDescription`). */
function inEnglishByDefault(manifest: ComponentManifest): ComponentManifest {
  const scriptResources = Object.entries(manifest.loaderConfig.scriptResources).map(([name, resource]): [string, ScriptResource] => {
    const english = resource.type === 'localizedPath' ? resource.paths['en-US'] : undefined;
    if (resource.type !== 'localizedPath' || english === undefined) return [name, resource];
    return [name, { ...resource, paths: { ...resource.paths, default: english }, defaultPath: english }];
  });
  return { ...manifest, loaderConfig: { ...manifest.loaderConfig, scriptResources: Object.fromEntries(scriptResources) } };
}

/**
 * The SPFx runtime as Microsoft's npm packages carry it in their `dist` folders.
 * All files belong in one folder, as on Microsoft's CDN: the loader asks for the chunks of the packages bundled in it next to itself.
 * Their names carry a hash of the content, so none can clash.
 * @param nodeModules the folder with the installed packages
 */
export function readMicrosoftFiles(nodeModules: string): MicrosoftFiles {
  const microsoft = join(nodeModules, '@microsoft');
  const files = new Map<string, string>();
  const manifests: ComponentManifest[] = [];
  for (const name of readdirSync(microsoft)) {
    const dist = join(microsoft, name, 'dist');
    if (!name.startsWith('sp-') || !existsSync(dist)) continue;
    for (const file of readdirSync(dist)) {
      if (/\.(js|woff2?)$/.test(file) && file !== 'index.js') files.set(file, join(dist, file));
      if (file.endsWith('.manifest.json')) {
        const manifest = JSON.parse(readFileSync(join(dist, file), 'utf8')) as ComponentManifest;
        manifests.push({ ...inEnglishByDefault(manifest), isInternal: true });
      }
    }
  }
  const fonts = join(nodeModules, '@fluentui/font-icons-mdl2/fonts');
  for (const file of readdirSync(fonts)) files.set(file, join(fonts, file));
  return { manifests, files };
}
