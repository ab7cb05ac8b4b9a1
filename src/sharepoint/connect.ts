import { InjectHeaders } from '@pnp/queryable';
import { SPFx } from '@pnp/sp/behaviors/spfx';
import { makeConnection, SiteApi, type SiteConnection } from './connection';

/** The parts of SPFx's page context that requests need. Copied, since the original vanishes while the page navigates. */
export interface PageContextParts {
  readonly web: { readonly absoluteUrl: string };
  readonly legacyPageContext: { readonly formDigestValue?: string; readonly formDigestTimeoutSeconds?: number };
}

export interface ConnectOptions {
  /** The site with the lists. */
  readonly webUrl: string;
  readonly pageContext: PageContextParts;
}

/**
 * The way to a site from a page in SharePoint or Teams. The page's own digest serves the page's own site; any other costs one request
 * more. Throttled requests are tried again by PnPjs itself, as SharePoint asks.
 */
export function connect({ webUrl, pageContext }: ConnectOptions): SiteConnection {
  const plain: PageContextParts = {
    web: { absoluteUrl: pageContext.web.absoluteUrl },
    legacyPageContext: {
      formDigestValue: pageContext.legacyPageContext.formDigestValue,
      formDigestTimeoutSeconds: pageContext.legacyPageContext.formDigestTimeoutSeconds
    }
  };
  // SPFx() asks for the whole context, but reads these parts alone.
  const context = { pageContext: plain } as Parameters<typeof SPFx>[0];
  return makeConnection(new SiteApi(webUrl).using(SPFx(context), PlainAnswers()), webUrl);
}

/** Answers without metadata: a third of the bytes. */
export function PlainAnswers(): ReturnType<typeof InjectHeaders> {
  return InjectHeaders({ Accept: 'application/json;odata=nometadata' });
}
