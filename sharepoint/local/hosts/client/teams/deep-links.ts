/** What a Teams deep link names. */
export interface DeepLink {
  readonly appId: string;
  readonly entityId: string;
  /** `subPageId` in the app's context. */
  readonly subPage?: string;
  readonly inChannel: boolean;
}

interface LinkContext {
  readonly subEntityId?: unknown;
  readonly channelId?: unknown;
}

function parseContext(text: string | null): LinkContext {
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // Teams, too, opens the tab when a link's context cannot be read
  }
}

/**
 * Reads `/l/entity/<appId>/<entityId>?webUrl=…&label=…&context={"subEntityId":"…","channelId":"…"}`.
 * @param base origin for links without one
 */
export function parseDeepLink(href: string, base: string): DeepLink | null {
  const url = new URL(href, base);
  const path = /^\/l\/entity\/([^/]+)\/([^/]+)\/?$/.exec(url.pathname);
  if (!path?.[1] || !path[2]) return null;
  const context = parseContext(url.searchParams.get('context'));
  return {
    appId: decodeURIComponent(path[1]),
    entityId: decodeURIComponent(path[2]),
    ...(typeof context.subEntityId === 'string' && context.subEntityId !== '' ? { subPage: context.subEntityId } : {}),
    inChannel: typeof context.channelId === 'string' && context.channelId !== ''
  };
}

/** Path and query of a deep link, as Teams writes it. */
export function formatDeepLink(link: Omit<DeepLink, 'inChannel'> & { readonly channelId?: string; readonly label?: string; readonly webUrl?: string }): string {
  const context = {
    ...(link.subPage === undefined ? {} : { subEntityId: link.subPage }),
    ...(link.channelId === undefined ? {} : { channelId: link.channelId })
  };
  const query = new URLSearchParams({
    ...(link.webUrl ? { webUrl: link.webUrl } : {}),
    ...(link.label ? { label: link.label } : {}),
    ...(Object.keys(context).length > 0 ? { context: JSON.stringify(context) } : {})
  }).toString();
  return `/l/entity/${encodeURIComponent(link.appId)}/${encodeURIComponent(link.entityId)}${query ? `?${query}` : ''}`;
}
