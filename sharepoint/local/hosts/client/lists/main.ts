// The script of every list page: reads from the page which one it is, and shows it.
import { errorBox, show } from './dom';
import { showDisplayForm, showEditForm, showNewForm } from './item-form';
import { showFolder } from './library';
import { showListSettings } from './list-settings';
import { showListView } from './list-view';
import type { ListPageData } from './page-data';
import { messageOf } from './rest';
import { showLists } from './site-lists';

function open(page: ListPageData): Promise<void> {
  switch (page.kind) {
    case 'lists': return showLists();
    case 'view': return showListView(page.listUrl, page.viewUrl);
    case 'new': return showNewForm(page.listUrl);
    case 'display': return showDisplayForm(page.listUrl, page.id);
    case 'edit': return showEditForm(page.listUrl, page.id);
    case 'settings': return showListSettings(page.listId);
    case 'library': return showFolder(page.libraryUrl, page.folder);
  }
}

// SharePoint's pages follow the site's theme; these are light unless the address says otherwise.
if (new URLSearchParams(location.search).get('theme') === 'dark') document.documentElement.dataset.theme = 'dark';

const data = document.getElementById('host-data')?.textContent;
if (data) {
  open(JSON.parse(data) as ListPageData).catch((error: unknown) => show('Error', errorBox(messageOf(error))));
}
