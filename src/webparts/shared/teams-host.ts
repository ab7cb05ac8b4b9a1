import type * as TeamsJs from '@microsoft/teams-js';
import type { IMicrosoftTeams } from '@microsoft/sp-webpart-base';

/** What the web part needs of Teams, read once. */
export interface TeamsHost {
  /** `default`, `dark`, `contrast` or what a later Teams calls its themes. */
  readonly theme: string;
  /** True in a personal app, which runs in the tenant's root site and has no property pane. */
  readonly personal: boolean;
  /** What a deep link names, `2021-2023/kr/OE1-OT2-R5`. */
  readonly subPageId: string | null;
  /** The tab's entity id. */
  readonly pageId: string;
  /** Id of the Teams app, when Teams says it. */
  readonly appId: string | null;
  readonly teamsJs: typeof TeamsJs;
}

/**
 * Reads Teams' context and follows its theme.
 * teams-js keeps a single theme handler and SPFx's own has been seen to report the default theme after a reload in dark, so the
 * theme is read from the context and followed here alone.
 * @param onTheme called with the name of every theme Teams changes to
 * @param onBack asked when Teams' own back button is pressed: whether it was for the app to go back
 */
export async function readTeamsHost(sdk: IMicrosoftTeams, onTheme: (theme: string) => void, onBack: () => boolean): Promise<TeamsHost> {
  // SPFx declares its teams-js under another module name; it is version 2.36.0 of this one.
  const teamsJs = sdk.teamsJs as unknown as typeof TeamsJs;
  const context = await teamsJs.app.getContext();
  teamsJs.app.registerOnThemeChangeHandler(onTheme);
  if (teamsJs.pages.backStack.isSupported()) teamsJs.pages.backStack.registerBackButtonHandler(onBack);
  return {
    theme: context.app.theme || 'default',
    personal: !context.team && !context.channel && !context.chat,
    subPageId: context.page.subPageId || null,
    pageId: context.page.id,
    appId: context.app.appId ? String(context.app.appId) : null,
    teamsJs
  };
}
