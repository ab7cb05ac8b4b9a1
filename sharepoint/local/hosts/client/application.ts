// Stands for Microsoft's page application (sp-pages; for Teams tabs, the Teams hosted app), which is not on npm: it fills the page
// context, hands out the theme, and lets Microsoft's own web part manager load the web part.
import { loadTheme } from '@microsoft/load-themed-styles';
import type { ServiceScope } from '@microsoft/sp-core-library';
import { readPageData } from './page-data';
import { readProperties, writeProperties } from './properties';
import { components, core, pages, webParts } from './spfx-internals';
import type { WebPartManager, WebPartManifest } from './spfx-internals';

const INSTANCE_ID = 'aaaaaaaa-0000-4000-8000-000000000001';

interface NavigationData {
  readonly spPageContextInfo: object;
  readonly manifests: readonly WebPartManifest[];
}

const page = readPageData();

/** What the loader looks for in this module. */
export class _Navigator {
  public constructor(private readonly scope: ServiceScope) {}

  public async navigateToApplication(data: NavigationData): Promise<void> {
    const { spPageContextInfo } = data;
    const pageContextData = pages.SharePointPageContextDataProvider._createPageContextData(spPageContextInfo);
    this.scope.consume(pages.PageContext.serviceKey).initialize(pageContextData, spPageContextInfo);

    // When the window's name is 'embedded-page-container' this host loads teams-js and gives it to web parts; elsewhere it does nothing.
    const host = new webParts._TeamsAwareWebPartHost(this.scope);
    if (core._BrowserUtilities.isTeamsHosted()) await this.joinTeams();
    else this.applyTheme(page.theme);

    const manifest = data.manifests.find(({ id }) => id === page.componentId);
    if (!manifest) throw new Error(`No manifest for component ${page.componentId}`);
    const manager = new webParts._ClientSideWebPartManager(host);
    await loadWebPart(manager, manifest);
    if (page.edit) offerPropertyPane(manager);
  }

  /** Themes reach web parts through the theme provider and through the `[theme:…]` tokens of their styles. */
  private applyTheme(name: string): void {
    const theme = page.themes[name] ?? page.themes.default;
    if (!theme) return;
    loadTheme({ ...theme.palette, ...theme.semanticColors } as Record<string, string>);
    const section = document.getElementById('section') ?? document.body;
    section.style.background = theme.semanticColors.bodyBackground;
    section.style.color = theme.semanticColors.bodyText;
    document.documentElement.dataset.theme = theme.isInverted ? 'dark' : 'light';
    this.scope.consume(components.ThemeProvider.serviceKey)._setTheme(theme);
  }

  private async joinTeams(): Promise<void> {
    const teams = webParts._TeamsEnvironmentManager;
    await teams.initialize();
    const context = teams.getTeamsContext();
    // SPFx reads these to tell Teams on the web from Teams on the desktop.
    localStorage.setItem('TeamsHostClientType', context.hostClientType ?? 'web');
    localStorage.setItem('TeamsHostName', context.hostName ?? 'Teams');
    localStorage.setItem('TeamsAppEntityId', context.entityId ?? '');
    this.applyTheme(context.theme ?? 'default');
    // teams-js keeps one handler: a web part that registers its own replaces this one, as in Teams.
    teams.getTeamsJs().registerOnThemeChangeHandler((name) => this.applyTheme(name));
  }
}

function loadWebPart(manager: WebPartManager, manifest: WebPartManifest): Promise<unknown> {
  const [entry] = manifest.preconfiguredEntries;
  const domElement = document.getElementById('web-part');
  if (!entry || !domElement) throw new Error('The page has no place for the web part');
  return manager.loadWebPart({
    manifest,
    instanceId: INSTANCE_ID,
    domElement,
    displayMode: page.edit ? core.DisplayMode.Edit : core.DisplayMode.Read,
    addedFromPersistedData: true,
    pageLayoutType: 'Article',
    webPartData: {
      id: manifest.id,
      instanceId: INSTANCE_ID,
      title: entry.title.default,
      dataVersion: '1.0',
      properties: { ...entry.properties, ...readProperties(page.propertiesKey) }
    }
  });
}

/** In edit mode the manager itself loads the property pane; the page's buttons open it and keep what was set. */
function offerPropertyPane(manager: WebPartManager): void {
  const toggle = (): void => manager.requestPropertyPaneAction(INSTANCE_ID, 'Toggle');
  const save = (): void => {
    const [webPart] = manager.serialize().values();
    if (webPart) writeProperties(page.propertiesKey, webPart.properties);
  };
  document.getElementById('edit-web-part')?.addEventListener('click', toggle);
  document.getElementById('publish')?.addEventListener('click', (event) => {
    save();
    location.assign((event.currentTarget as HTMLElement).dataset.to ?? location.pathname);
  });
  if (!page.openPropertyPane) return;
  toggle();
  if (!core._BrowserUtilities.isTeamsHosted()) return;
  const { settings } = webParts._TeamsEnvironmentManager.getTeamsJs();
  settings.registerOnSaveHandler((event) => {
    save();
    settings.setSettings({
      entityId: page.componentId,
      contentUrl: location.href.replace(/openPropertyPane=true&?/, ''),
      suggestedDisplayName: document.title
    });
    event.notifySuccess();
  });
  settings.setValidityState(true);
}
