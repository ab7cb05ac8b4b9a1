import { formatDate } from './dates';
import { h, show } from './dom';
import { formatNumber } from './numbers';
import { get, quoted } from './rest';

interface Folder {
  readonly Name: string;
  readonly ServerRelativeUrl: string;
  readonly TimeLastModified: string;
}

interface StoredFile extends Folder {
  /** Bytes, as text. */
  readonly Length: string;
}

interface FolderContent extends Folder {
  readonly Folders: readonly Folder[];
  readonly Files: readonly StoredFile[];
}

const folderPath = (url: string): string => `web/getFolderByServerRelativePath(decodedUrl=${quoted(url)})`;
const fileHref = (url: string): string => url.split('/').map(encodeURIComponent).join('/');

/** What a folder of a library holds. */
export async function showFolder(libraryUrl: string, folder: string): Promise<void> {
  const content = await get<FolderContent>(`${folderPath(folder)}?$expand=Folders,Files`);
  const folders = content.Folders.filter(({ Name }) => Name !== 'Forms');
  const page = (url: string): string => `${libraryUrl}/Forms/AllItems.aspx?${new URLSearchParams({ RootFolder: url }).toString()}`;
  const rows = [
    ...folders.map((one) => row(h('a', { href: page(one.ServerRelativeUrl) }, one.Name), 'Carpeta', one.TimeLastModified, '')),
    ...content.Files.map((one) => row(h('a', { href: fileHref(one.ServerRelativeUrl) }, one.Name), 'Archivo', one.TimeLastModified, size(Number(one.Length))))
  ];
  show(
    content.Name,
    h('nav', { class: 'list-head', 'aria-label': 'Carpetas' }, h('h1', {}, content.Name),
      content.ServerRelativeUrl !== libraryUrl && h('p', {}, trail(libraryUrl, content.ServerRelativeUrl, page))),
    rows.length === 0
      ? h('p', { class: 'quiet' }, 'Esta carpeta está vacía.')
      : h('table', { class: 'grid' },
        h('thead', {}, h('tr', {}, ['Nombre', 'Tipo', 'Modificado', 'Tamaño'].map((text) => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, rows))
  );
}

function row(name: Node, kind: string, modified: string, length: string): HTMLElement {
  return h('tr', {}, h('td', {}, name), h('td', {}, kind), h('td', {}, formatDate(modified, true)), h('td', { class: 'number' }, length));
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${formatNumber(Math.round(bytes / 102.4) / 10)} KB`;
}

/** Links to the folders above, from the library down. */
function trail(libraryUrl: string, url: string, page: (url: string) => string): (Node | string)[] {
  const below = url.slice(libraryUrl.length).split('/').filter((part) => part !== '');
  const paths = [libraryUrl, ...below.map((_, index) => `${libraryUrl}/${below.slice(0, index + 1).join('/')}`)];
  return paths.flatMap((path, index) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const here = index === paths.length - 1;
    return [index === 0 ? '' : ' › ', here ? h('span', { 'aria-current': 'page' }, name) : h('a', { href: page(path) }, name)];
  });
}
