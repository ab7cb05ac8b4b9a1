export type TeamsTheme = 'default' | 'dark' | 'contrast';
export const TEAMS_THEMES: readonly TeamsTheme[] = ['default', 'dark', 'contrast'];

export interface TeamsTab {
  /** `entityId` of the Teams manifest; in deep links, and `page.id` in the app's context. */
  readonly entityId: string;
  readonly name: string;
  /** With the placeholders of a Teams manifest: `{locale}`, `{teamSiteDomain}`, `{teamSitePath}`, … */
  readonly contentUrl: string;
  /** Where a channel tab's settings are set. */
  readonly configurationUrl?: string;
}

/** What the server tells the shell. */
export interface TeamsShellData {
  readonly app: { readonly id: string; readonly name: string };
  readonly personalTabs: readonly TeamsTab[];
  readonly channelTabs: readonly TeamsTab[];
  /** Server-relative path of the team's site, `` for the root. */
  readonly teamSitePath: string;
  readonly person: { readonly userName: string; readonly title: string; readonly email: string; readonly directoryId: string };
  readonly tenantId: string;
  readonly theme: TeamsTheme;
  /** `es-es` */
  readonly locale: string;
}
