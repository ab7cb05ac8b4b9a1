import type { ITheme } from '@fluentui/theme';

/** What the server tells the page application, in the page's `host-data` element. */
export interface PageData {
  /** Component to show. */
  readonly componentId: string;
  /** Folder of the runtime's files, ending in `/`. */
  readonly runtimeBase: string;
  readonly themes: Readonly<Record<string, ITheme>>;
  /** Theme of a SharePoint page; Teams tells its own. */
  readonly theme: string;
  /** Show the web part as in edit mode, with its property pane at hand. */
  readonly edit: boolean;
  /** Show the property pane at once, as Teams does when a tab is added. */
  readonly openPropertyPane: boolean;
  /** Under which key the browser keeps the web part's properties. */
  readonly propertiesKey: string;
}

/** @throws Error when the page has no such element */
export function readPageData(): PageData {
  const text = document.getElementById('host-data')?.textContent;
  if (!text) throw new Error('The page has no host-data');
  return JSON.parse(text) as PageData;
}
