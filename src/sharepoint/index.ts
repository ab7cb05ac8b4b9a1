/** The ports on SharePoint. The only folder that knows PnPjs. */
export type { PageContextParts } from './connect';
export { makeServices, type ServicesOptions } from './services';
