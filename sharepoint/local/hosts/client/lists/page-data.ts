/** Which list page to show, as the server read it from the address. */
export type ListPageData =
  | { readonly kind: 'lists' }
  | { readonly kind: 'view'; readonly listUrl: string; readonly viewUrl: string }
  | { readonly kind: 'new'; readonly listUrl: string }
  | { readonly kind: 'display' | 'edit'; readonly listUrl: string; readonly id: number }
  | { readonly kind: 'settings'; readonly listId: string }
  | { readonly kind: 'library'; readonly libraryUrl: string; readonly folder: string };
