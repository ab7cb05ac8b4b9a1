import * as React from 'react';
import * as strings from 'SigaciStrings';
import { isAllowedLink } from '../../../domain';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';

/** Addresses on the page's own server without its name: `/sites/…`. SharePoint's link columns write them out in full. */
function siteRelative(url: string): string {
  const { origin } = window.location;
  return url.indexOf(`${origin}/`) === 0 ? url.slice(origin.length) : url;
}

export interface DocumentLinkProps {
  /** As it came out of a list: anybody may have written it. */
  readonly url: string;
  readonly className?: string;
}

/** A document, opened beside the page; only its name where its address is none that may be followed. */
export const DocumentLink: React.FC<DocumentLinkProps> = ({ url, className, children }) => {
  const href = siteRelative(url);
  if (!isAllowedLink(href)) return <span className={className}>{children}</span>;
  return (
    <a className={className} href={href} target="_blank" rel="noopener noreferrer">
      {children}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
    </a>
  );
};
