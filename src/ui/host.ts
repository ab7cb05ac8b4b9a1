/** What the page or tab around the app can do for it. Made by the web part. */
export interface HostBridge {
  readonly kind: 'sharepoint' | 'teams';
  /** Address of a route to hand to somebody else; `null` when the host has none. */
  shareLink(route: string, label: string): string | null;
  /** Shows a route outside Teams. */
  openInBrowser(route: string): void;
  /** Called once, when there is something to see. */
  onReady?(): void;
}
