/** What the page or tab around the app can do for it. Made by the web part. */
export interface HostBridge {
  readonly kind: 'sharepoint' | 'teams';
  /**
   * Address of a route to hand to somebody else; `null` when the host has none.
   * @param site the site that the data on screen is from: a personal tab may have followed the tenant's property to another one
   */
  shareLink(route: string, label: string, site?: string): string | null;
  /** Shows a route outside Teams. @param site as for {@link shareLink} */
  openInBrowser(route: string, site?: string): void;
  /** Called once, when there is something to see. */
  onReady?(): void;
}
