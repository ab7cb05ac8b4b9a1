import type { FieldDef } from '../fields/definition';

/** A web: the site's root or one below it. */
export interface WebDef {
  no: number;
  id: string;
  parentNo: number | null;
  /** Server-relative: `/` or `/sub`. */
  url: string;
  /** Scope of its own permissions; null inherits from the parent web. */
  scopeNo: number | null;
  props: WebProps;
}

export interface WebProps {
  title: string;
  description: string;
  language: number;
  created: string;
  modified: string;
  template: string;
  ownerGroup: number;
  memberGroup: number;
  visitorGroup: number;
  /** What MERGE has changed beyond that. */
  more: Record<string, unknown>;
  allProperties: Record<string, string>;
}

export interface ListDef {
  no: number;
  id: string;
  webNo: number;
  title: string;
  /** Server-relative URL of its root folder. */
  url: string;
  template: number;
  scopeNo: number | null;
  version: number;
  modified: string;
  props: ListProps;
  /** In order. */
  fields: FieldDef[];
}

export interface ListProps {
  created: string;
  author: number;
  description: string;
  contentTypesEnabled: boolean;
  enableVersioning: boolean;
  enableMinorVersions: boolean;
  majorVersionLimit: number;
  enableAttachments: boolean;
  enableFolderCreation: boolean;
  enableModeration: boolean;
  forceCheckout: boolean;
  hidden: boolean;
  onQuickLaunch: boolean;
  noCrawl: boolean;
  readSecurity: number;
  writeSecurity: number;
  validationFormula: string | null;
  validationMessage: string | null;
  entityTypeName: string;
  /** The title in the site's other language, of lists a web comes with: a list is found by it too. */
  otherTitle?: string;
  /** What MERGE has changed beyond that. */
  more: Record<string, unknown>;
}

/** Figures of a list that change with every row written, read when they are asked for. */
export interface ListCounts {
  itemCount: number;
  itemsModified: string;
  itemsDeleted: string;
  nextItem: number;
}

export interface ViewDef {
  no: number;
  id: string;
  listNo: number;
  title: string;
  /** Server-relative. */
  url: string;
  props: ViewProps;
}

export interface ViewProps {
  fields: string[];
  query: string;
  rowLimit: number;
  paged: boolean;
  hidden: boolean;
  isDefault: boolean;
  personal: boolean;
  owner: number;
  scope: number;
  type: string;
  viewType2: string | null;
  more: Record<string, unknown>;
}

/** Permission-bearing thing: a web, a list or an item. */
export interface Securable {
  web: WebDef;
  list?: ListDef;
  item?: { id: number; scopeNo: number | null };
}
