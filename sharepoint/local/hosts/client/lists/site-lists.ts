import { h, show } from './dom';
import { readLists } from './list-model';
import { formatNumber } from './numbers';

/** "Contenidos del sitio": the lists and libraries that the person sees. */
export async function showLists(): Promise<void> {
  const lists = [...(await readLists())].sort((a, b) => a.Title.localeCompare(b.Title, 'es'));
  show(
    'Contenidos del sitio',
    h('div', { class: 'list-head' }, h('h1', {}, 'Contenidos del sitio')),
    h('div', { class: 'table-place', role: 'region', tabindex: '0', 'aria-label': 'Contenidos del sitio' }, h('table', { class: 'grid' },
      h('thead', {}, h('tr', {}, ['Nombre', 'Tipo', 'Elementos', 'Dirección'].map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, lists.map((list) => h('tr', {},
        h('td', {}, h('a', { href: list.DefaultViewUrl }, list.Title)),
        h('td', {}, list.BaseTemplate === 101 ? 'Biblioteca de documentos' : 'Lista'),
        h('td', { class: 'number' }, formatNumber(list.ItemCount)),
        h('td', { class: 'quiet' }, list.RootFolder.ServerRelativeUrl))))))
  );
}
