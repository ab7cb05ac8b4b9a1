import { SPCollection } from '@pnp/sp/spqueryable';
import { encodePath } from '@pnp/sp/utils/encode-path-str';
import { AppError } from '../application/errors';
import type { LibraryEntry, LinkTarget, OperativePlanCandidates, OperativePlans } from '../application/quality';
import type { ProcessCode } from '../domain';
import type { SiteConnection } from './connection';
import { toAppError } from './errors';
import { OPERATIVE_PLANS } from './evidence-library';
import { instantOf, textOf } from './mapping/row-reader';
import { MOST_ROWS, type Page, PageParse, ReadBatch } from './rows';

const ITEM_COLUMNS = ['FileLeafRef', 'FileRef', 'FSObjType', 'Modified', 'Editor/Title'];
/** A process's candidates beyond these would only be scrolled past. */
const MOST_CANDIDATES = 20;
/** SharePoint takes no more in one batch. */
const TOGETHER = 100;

interface ItemRow {
  readonly FileLeafRef?: unknown;
  readonly FileRef?: unknown;
  readonly FSObjType?: unknown;
  readonly FileSystemObjectType?: unknown;
  readonly Modified?: unknown;
  readonly Editor?: { readonly Title?: unknown } | null;
}

function entryOf(row: ItemRow): LibraryEntry {
  return {
    url: textOf(row.FileRef).split('/').map(encodeURIComponent).join('/'),
    name: textOf(row.FileLeafRef),
    isFolder: Number(row.FSObjType) === 1,
    modified: instantOf(row.Modified) ?? '',
    modifiedBy: textOf(row.Editor?.Title)
  };
}

/** Words of a name: `Plan operativo 2021 COOP (ejemplo).pdf` has COOP, `COOPERAR` has not. */
function hasCode(name: string, code: ProcessCode): boolean {
  const wanted = code.toLowerCase();
  return name.toLowerCase().split(/[^\p{L}\d]+/u).indexOf(wanted) >= 0;
}

/** How likely a name is an operative plan's; by the library's own habits. */
function likelihood({ name, url }: LibraryEntry, home: string): number {
  const words = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  return (/\bplan(es)?\b/.test(words) ? 2 : 0) + (/operativ/.test(words) ? 2 : 0) + (url.indexOf(home) === 0 ? 1 : 0);
}

/** Every document and folder with a process's code in its name. See {@link OperativePlans}. */
export async function findOperativePlans(connection: SiteConnection, processes: readonly ProcessCode[]): Promise<OperativePlanCandidates[]> {
  const library = `${connection.path}/${OPERATIVE_PLANS.split('/')[0]}`;
  const home = `${connection.path}/${OPERATIVE_PLANS}`.split('/').map(encodeURIComponent).join('/');
  const found = new Map<ProcessCode, LibraryEntry[]>(processes.map(code => [code, []]));
  try {
    const items = connection.api.collection(`_api/web/getList('${encodePath(library)}')/items`)
      .select(...ITEM_COLUMNS).expand('Editor').top(MOST_ROWS);
    let page = await items.using(PageParse)<Page>();
    for (;;) {
      for (const entry of (page.rows as readonly ItemRow[]).map(entryOf)) {
        found.forEach((entries, code) => { if (hasCode(entry.name, code)) entries.push(entry); });
      }
      if (page.next === null) break;
      page = await SPCollection([connection.api.request(''), page.next]).using(PageParse)<Page>();
    }
  } catch (error) {
    throw await toAppError(error, 'SIGACI');
  }
  return processes.map(process => ({
    process,
    candidates: (found.get(process) || [])
      .sort((a, b) => likelihood(b, home) - likelihood(a, home) || (a.modified < b.modified ? 1 : -1))
      .slice(0, MOST_CANDIDATES)
  }));
}

/** Path of an address on this site's server; `null` for what lies elsewhere or is no address. */
function pathOf(connection: SiteConnection, address: string): string | null {
  try {
    const { origin, pathname } = new URL(address, connection.webUrl);
    if (origin !== new URL(connection.webUrl).origin) return null;
    return decodeURIComponent(pathname).replace(/\/+$/, '');
  } catch {
    // Neither an address nor badly encoded ones lead anywhere that could be asked.
    return null;
  }
}

type Kind = 'File' | 'Folder';

/** What the links lead to. See {@link OperativePlans}. */
export async function lookUp(
  connection: SiteConnection, urls: readonly string[], options: Parameters<OperativePlans['lookUp']>[1] = {}
): Promise<LinkTarget[]> {
  const targets: LinkTarget[] = [];
  for (let from = 0; from < urls.length; from += TOGETHER) {
    if (from > 0 && options.isCancelled && options.isCancelled()) break;
    targets.push(...await lookUpTogether(connection, urls.slice(from, from + TOGETHER)));
    if (options.onProgress) options.onProgress(targets.length, urls.length);
  }
  return targets;
}

async function lookUpTogether(connection: SiteConnection, urls: readonly string[]): Promise<LinkTarget[]> {
  const paths = urls.map(url => pathOf(connection, url));
  const targets = paths.map((path): LinkTarget => (path === null ? { kind: 'elsewhere' } : { kind: 'gone' }));
  const guess = (path: string): Kind => (/\.\w{1,5}$/.test(path) ? 'File' : 'Folder');
  let open = paths.map((_, index) => index).filter(index => paths[index] !== null);
  // What is not found as what its name suggests may be the other: folders have dots in their names too.
  for (const turn of [false, true]) {
    if (open.length === 0) break;
    const batch = new ReadBatch(connection);
    const pending = open.map(index => {
      const path = paths[index] as string;
      const kind = (guess(path) === 'File') === turn ? 'Folder' : 'File';
      return batch.get<ItemRow>(
        `_api/web/get${kind}ByServerRelativePath(decodedUrl='${encodePath(path)}')/ListItemAllFields?$expand=Editor`, ITEM_COLUMNS
      );
    });
    await batch.send();
    const missing: number[] = [];
    for (let at = 0; at < open.length; at++) {
      const outcome = await pending[at];
      if (outcome.ok && textOf(outcome.value?.FileRef) !== '') targets[open[at]] = { kind: 'found', entry: entryOf(outcome.value) };
      else if (outcome.ok) missing.push(open[at]);
      else {
        const error = await toAppError(outcome.error, 'SIGACI');
        if (['gone', 'listMissing', 'unexpected'].indexOf(error.kind) < 0) throw error instanceof AppError ? error : new AppError('unexpected');
        missing.push(open[at]);
      }
    }
    open = missing;
  }
  return targets;
}
