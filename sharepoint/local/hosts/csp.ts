/**
 * SharePoint Online's own Content Security Policy. Sources of `script-src` as printed in "Support for Content Security Policy (CSP) in
 * SharePoint Online" (learn.microsoft.com), less the tenant's trusted sources, of which there are none here.
 */
const SCRIPT_SOURCES = [
  "'self'",
  'https://contentstorage.osi.office.net',
  'https://swx.cdn.skype.com',
  'https://res.delve.office.com',
  'https://lpcres.delve.office.com',
  'https://widget.uservoice.com',
  'https://by2.uservoice.com',
  'https://www.bing.com/api/maps',
  'https://www.bing.com/rms',
  'https://fabriciss.azureedge.net',
  'https://ajax.aspnetcdn.com',
  'https://js.monitor.azure.com',
  'https://r4.res.office365.com',
  'https://public-cdn.sharepointonline.com',
  'https://teams.microsoft.com',
  '*.cdn.office.net',
  '*.fluidpreview.office.net',
  '*.onecdn.static.microsoft',
  'https://webshell.suite.office.com',
  'https://amcdn.msftauth.net',
  'https://res-1.cdn.office.net',
  'https://webshell.suite.officeppe.com',
  'https://res-2.public.onecdn.static.microsoft',
  'https://shell.cdn.office.net'
];

/** Assumption: SharePoint Online sends such a list (it is what lets Teams frame its pages), but does not document it. */
const FRAME_ANCESTORS =
  "'self' teams.microsoft.com *.teams.microsoft.com teams.cloud.microsoft *.cloud.microsoft *.office.com *.microsoft365.com";

/** The header of a SharePoint page. `'unsafe-eval'` is SharePoint's own: its module loader needs it. */
export function sharePointCsp(nonce: string): Record<string, string> {
  return {
    'content-security-policy': `script-src 'unsafe-eval' ${SCRIPT_SOURCES.join(' ')} 'nonce-${nonce}'; frame-ancestors ${FRAME_ANCESTORS}`
  };
}

/** The header of the pages that are ours and not a copy of SharePoint's (start page, Teams shell): nothing but what they load. */
export function ownCsp(): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
  };
}
