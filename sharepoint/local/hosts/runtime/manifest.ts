/** The part of a component manifest that the host reads or changes; the loader reads the rest. */
export interface ComponentManifest {
  readonly id: string;
  readonly alias: string;
  readonly componentType: string;
  readonly version: string;
  readonly manifestVersion: number;
  readonly isInternal?: boolean;
  readonly loaderConfig: {
    readonly internalModuleBaseUrls: readonly string[];
    readonly entryModuleId: string;
    readonly scriptResources: Readonly<Record<string, ScriptResource>>;
  };
}

export type ScriptResource =
  | { readonly type: 'path'; readonly path: unknown }
  | { readonly type: 'localizedPath'; readonly paths: Readonly<Record<string, unknown>>; readonly defaultPath?: unknown }
  | { readonly type: 'component'; readonly id: string; readonly version: string };

export interface WebPartManifest extends ComponentManifest {
  readonly supportedHosts: readonly string[];
  readonly preconfiguredEntries: readonly {
    readonly title: Readonly<Record<string, string>>;
    readonly description: Readonly<Record<string, string>>;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

/** The manifest with the folder its files are served from. */
export function servedFrom<T extends ComponentManifest>(manifest: T, baseUrl: string): T {
  return { ...manifest, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: [baseUrl] } };
}
