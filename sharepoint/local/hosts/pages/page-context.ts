import { randomUUID } from 'node:crypto';
import type { PersonFacts, WebFacts } from '../site-facts';

/** One id for the whole tenant, as Entra would give. */
export const TENANT_ID = '6b0f2c8e-1a4d-4f7b-9c53-2e8d7a61b904';

export interface PageContextInput {
  readonly origin: string;
  readonly web: WebFacts;
  readonly person: PersonFacts;
  readonly digest: string;
  /** Path of the page, as the server sees it. */
  readonly path: string;
  /** `es-es` */
  readonly locale: string;
}

/** The person's id in the directory: made from the user name, so that it is the same in SharePoint and in Teams. */
export function directoryId(person: Pick<PersonFacts, 'userName'>): string {
  const digits = Buffer.from(person.userName.padEnd(16, '-')).toString('hex').slice(0, 32);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

/** `es-es` → `es-ES`, the way SharePoint writes culture names. */
export function cultureName(locale: string): string {
  const [language = 'es', region] = locale.split('-');
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${region.toUpperCase()}`;
}

/** `spPageContextInfo` of a modern page, which SPFx also hands out as `legacyPageContext`. */
export function pageContext({ origin, web, person, digest, path, locale }: PageContextInput): Record<string, unknown> {
  const relative = web.serverRelativeUrl;
  const absolute = relative === '/' ? origin : origin + relative;
  const culture = cultureName(locale);
  return {
    aadInstanceUrl: '',
    aadTenantId: TENANT_ID,
    aadSessionId: randomUUID(),
    aadUserId: directoryId(person),
    CorrelationId: randomUUID(),
    cdnPrefix: '',
    currentCultureName: culture,
    currentUICultureName: culture,
    currentLanguage: web.language,
    currentCultureLCID: web.language,
    env: 'prod',
    ExpFeatures: [],
    ECSClientFeatures: [],
    featureInfo: [],
    formDigestTimeoutSeconds: 1800,
    formDigestValue: digest,
    groupId: null,
    hasManageWebPermissions: person.isSiteAdmin,
    isAnonymousGuestUser: false,
    isEmailAuthenticationGuestUser: false,
    isExternalGuestUser: false,
    isNoScriptEnabled: true,
    isSiteAdmin: person.isSiteAdmin,
    isSPO: true,
    isWebWelcomePage: false,
    killSwitches: {},
    msGraphEndpointUrl: 'graph.microsoft.com',
    serverRequestPath: path,
    siteAbsoluteUrl: absolute,
    siteId: web.siteId,
    siteServerRelativeUrl: relative,
    systemUserKey: person.loginName,
    userDisplayName: person.title,
    userEmail: person.email,
    userId: person.id,
    userLoginName: person.email,
    userPrincipalName: person.email,
    webAbsoluteUrl: absolute,
    webId: web.webId,
    webLanguage: web.language,
    webLanguageName: 'es-ES',
    webPermMasks: { High: person.permissions.high, Low: person.permissions.low },
    webServerRelativeUrl: relative,
    webTemplate: '68',
    webTemplateConfiguration: 'SITEPAGEPUBLISHING#0',
    webTimeZoneData: { Id: 35, Description: '(UTC-05:00) Bogotá, Lima, Quito, Rio Branco', Bias: 300, StandardBias: 0, DaylightBias: -60 },
    webTitle: web.title,
    webUIVersion: 15
  };
}
