import type { TeamsShellData, TeamsTheme } from './shell-data';

export const TEAM = { id: '19:planeacion@thread.tacv2', name: 'Planeación', groupId: '3b1f5c60-55d0-4c8e-9a57-7e6b0a4f2d11' };
export const CHANNEL = { id: '19:general@thread.tacv2', name: 'General' };

/** Where an app's tab stands: among a person's apps, or in a channel of a team. */
export type Place = 'personal' | 'channel';

/** What is open in the shell. */
export interface Situation {
  readonly data: TeamsShellData;
  readonly place: Place;
  readonly entityId: string;
  readonly subPage: string | undefined;
  readonly theme: TeamsTheme;
  /** A channel tab's settings are being set. */
  readonly configuring: boolean;
  /** Of the site, which is this shell's own too. */
  readonly origin: string;
}

/** An address of the Teams manifest with values in the place of its placeholders, on this machine's site. */
export function filled(url: string, { data, place, theme, origin }: Situation): string {
  const { protocol, host } = new URL(origin);
  const values: Readonly<Record<string, string>> = {
    locale: data.locale,
    theme,
    teamSiteDomain: host,
    teamSitePath: place === 'channel' ? data.teamSitePath : '',
    loginHint: data.person.email,
    userPrincipalName: data.person.email
  };
  // The manifest says https; the local site has no certificate.
  return url.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole).replace(/^https:/, protocol);
}

/** The flat context of teams-js version 1, from which `app.getContext()` makes version 2's. */
export function teamsContext({ data, place, entityId, subPage, theme, configuring, origin }: Situation): Record<string, unknown> {
  const { person } = data;
  const { host } = new URL(origin);
  const inTeam = {
    teamId: TEAM.id,
    teamName: TEAM.name,
    groupId: TEAM.groupId,
    channelId: CHANNEL.id,
    channelName: CHANNEL.name,
    channelType: 'Regular',
    teamSiteUrl: origin + data.teamSitePath,
    teamSitePath: data.teamSitePath,
    userTeamRole: 1
  };
  return {
    appId: data.app.id,
    entityId,
    subEntityId: subPage,
    frameContext: configuring ? 'settings' : 'content',
    theme,
    locale: data.locale,
    hostName: 'Teams',
    hostClientType: 'web',
    manifestVersion: '1.17',
    ringId: 'general',
    sessionId: 'local',
    appSessionId: 'local',
    tenantSKU: 'enterprise',
    userLicenseType: 'Unknown',
    tid: data.tenantId,
    userObjectId: person.directoryId,
    upn: person.email,
    userPrincipalName: person.email,
    loginHint: person.email,
    userDisplayName: person.title,
    isFullScreen: false,
    isMultiWindow: false,
    sourceOrigin: '',
    userClickTime: Date.now(),
    teamSiteDomain: host,
    ...(place === 'channel' ? inTeam : { teamSitePath: '', mySiteDomain: host })
  };
}
