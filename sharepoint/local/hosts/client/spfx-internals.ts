// The part of SPFx that Microsoft's own page applications are written against. Its members are marked internal and left out of the
// published types, so the ones used are described here; seen working with 1.23.2.
import * as componentBase from '@microsoft/sp-component-base';
import * as coreLibrary from '@microsoft/sp-core-library';
import * as pageContext from '@microsoft/sp-page-context';
import * as webPartBase from '@microsoft/sp-webpart-base';
import type { ServiceKey, ServiceScope } from '@microsoft/sp-core-library';
import type { ITheme } from '@fluentui/theme';

export interface WebPartManifest {
  readonly id: string;
  readonly preconfiguredEntries: readonly { readonly title: { readonly default: string }; readonly properties: Record<string, unknown> }[];
}

export interface LoadWebPartOptions {
  readonly manifest: WebPartManifest;
  readonly instanceId: string;
  readonly domElement: HTMLElement;
  readonly displayMode: number;
  readonly addedFromPersistedData: boolean;
  readonly pageLayoutType: string;
  readonly webPartData: {
    readonly id: string;
    readonly instanceId: string;
    readonly title: string;
    readonly dataVersion: string;
    readonly properties: Record<string, unknown>;
  };
}

export interface WebPartManager {
  loadWebPart(options: LoadWebPartOptions): Promise<unknown>;
  requestPropertyPaneAction(instanceId: string, action: 'Toggle' | 'Open' | 'Close'): void;
  /** Web parts on the page as they would be stored. */
  serialize(): Map<string, { readonly properties: Record<string, unknown> }>;
}

export interface TeamsContext {
  readonly theme?: string;
  readonly hostClientType?: string;
  readonly hostName?: string;
  readonly entityId?: string;
}

interface WebPartInternals {
  readonly _TeamsAwareWebPartHost: new (scope: ServiceScope) => object;
  readonly _ClientSideWebPartManager: new (host: object) => WebPartManager;
  readonly _TeamsEnvironmentManager: {
    initialize(): Promise<void>;
    getTeamsJs(): TeamsJs;
    getTeamsContext(): TeamsContext;
  };
}

export interface TeamsJs {
  registerOnThemeChangeHandler(handler: (theme: string) => void): void;
  readonly settings: {
    setValidityState(valid: boolean): void;
    registerOnSaveHandler(handler: (event: { notifySuccess(): void }) => void): void;
    setSettings(settings: { entityId: string; contentUrl: string; suggestedDisplayName: string }): void;
  };
}

interface PageContextInternals {
  readonly PageContext: { readonly serviceKey: ServiceKey<{ initialize(data: unknown, legacy: object): void }> };
  readonly SharePointPageContextDataProvider: { _createPageContextData(legacy: object): unknown };
}

interface ComponentInternals {
  readonly ThemeProvider: { readonly serviceKey: ServiceKey<{ _setTheme(theme: ITheme): void }> };
}

interface CoreInternals {
  readonly _BrowserUtilities: { isTeamsHosted(): boolean };
  readonly DisplayMode: { readonly Read: number; readonly Edit: number };
}

export const webParts = webPartBase as unknown as WebPartInternals;
export const pages = pageContext as unknown as PageContextInternals;
export const components = componentBase as unknown as ComponentInternals;
export const core = coreLibrary as unknown as CoreInternals;
