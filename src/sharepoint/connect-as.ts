import { BrowserFetchWithRetry, DefaultParse, HttpRequestError, type Queryable } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit } from '@pnp/sp/behaviors/defaults';
import { PlainAnswers } from './connect';
import { makeConnection, SiteApi, type SiteConnection } from './connection';

/** Headers that say who is asking; asked for before every request, since a token runs out. */
export type Identity = () => Promise<Readonly<Record<string, string>>>;

/** The way to a site from Node. */
export function connectWith(webUrl: string, identity: Identity): SiteConnection {
  const api = new SiteApi(webUrl).using(
    DefaultHeaders(), DefaultInit(), BrowserFetchWithRetry(), DefaultParse(), Identified(identity), OwnDigest(webUrl, identity), PlainAnswers()
  );
  return makeConnection(api, webUrl);
}

/**
 * The way to the embedded site from Node, as one of its people: for tests and for loading sample data.
 * @param login login name; the site's planner when absent
 */
export function connectAs(webUrl: string, login?: string): SiteConnection {
  const headers: Record<string, string> = login === undefined ? {} : { 'X-Local-User': login };
  return connectWith(webUrl, async () => headers);
}

function Identified(identity: Identity): (instance: Queryable) => Queryable {
  return instance => {
    instance.on.auth(async (url: URL, init: RequestInit) => [url, { ...init, headers: { ...init.headers, ...await identity() } }]);
    return instance;
  };
}

/** PnPjs keeps one digest a site for everybody in the process; here several people write side by side, each with a digest of their own. */
function OwnDigest(webUrl: string, identity: Identity): (instance: Queryable) => Queryable {
  let digest: Promise<{ value: string; goodUntil: number }> | null = null;
  async function ask(): Promise<{ value: string; goodUntil: number }> {
    const response = await fetch(`${webUrl.replace(/\/+$/, '')}/_api/contextinfo`, {
      method: 'POST', headers: { ...await identity(), Accept: 'application/json;odata=nometadata' }
    });
    if (!response.ok) throw await HttpRequestError.init(response);
    const body = await response.json() as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    return { value: body.FormDigestValue, goodUntil: Date.now() + (body.FormDigestTimeoutSeconds - 60) * 1000 };
  }
  return instance => {
    instance.on.auth(async (url: URL, init: RequestInit) => {
      if (!init.method || /get/i.test(init.method)) return [url, init];
      if (digest === null || (await digest).goodUntil < Date.now()) {
        digest = ask();
        // A failed answer must not be kept: the next request asks again.
        digest.catch(() => { digest = null; });
      }
      return [url, { ...init, headers: { ...init.headers, 'X-RequestDigest': (await digest).value } }];
    });
    return instance;
  };
}
