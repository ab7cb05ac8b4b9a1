import { encodePath } from '@pnp/sp/utils/encode-path-str';
import type { EvidenceEntry, EvidenceLibrary } from '../application/ports';
import type { ProcessCode } from '../domain';
import { listUrl, quoted, type SiteConnection } from './connection';
import { toAppError } from './errors';
import { textOf, valuesOf } from './mapping/row-reader';

/** Where the plan says that operative plans are kept (its section 5.2), below the site. */
export const OPERATIVE_PLANS = 'SIGACI/Planeacion Estrategica 2021/Planes Operativos 2021/Planes Operativos 2021';

interface FileRow {
  readonly Name?: unknown;
  readonly ServerRelativeUrl?: unknown;
  readonly TimeLastModified?: unknown;
  readonly Length?: unknown;
}
interface FolderRow { readonly Folders?: unknown; readonly Files?: unknown }

/** Documents of the SIGACI library, for evidence. */
export function evidenceLibrary(connection: SiteConnection): EvidenceLibrary {
  async function list(process: ProcessCode, folder?: string): Promise<EvidenceEntry[]> {
    // Asked for anew every time: a planner may have confirmed another one since.
    const path = folder === undefined ? await readFolder(connection, process) : decoded(folder);
    try {
      const found = await connection.api
        .request(`_api/web/getFolderByServerRelativePath(decodedUrl='${encodePath(path)}')`)
        .select(
          ...['Folders', 'Files'].flatMap(kind => ['Name', 'ServerRelativeUrl', 'TimeLastModified'].map(name => `${kind}/${name}`)),
          'Files/Length'
        )
        .expand('Folders', 'Files')<FolderRow>();
      return [...entries(found.Folders, true), ...entries(found.Files, false)];
    } catch (error) {
      throw await toAppError(error, 'SIGACI');
    }
  }

  return { list };
}

function entries(value: unknown, isFolder: boolean): EvidenceEntry[] {
  return (valuesOf(value) as readonly FileRow[])
    .filter(({ Name }) => !(isFolder && textOf(Name) === 'Forms'))
    .map(({ Name, ServerRelativeUrl, TimeLastModified, Length }) => ({
      url: textOf(ServerRelativeUrl).split('/').map(encodeURIComponent).join('/'),
      text: textOf(Name),
      isFolder,
      modified: textOf(TimeLastModified),
      size: isFolder ? 0 : Number(Length) || 0
    }))
    .sort((a, b) => a.text.localeCompare(b.text, 'es'));
}

/** A percent-encoded address as SharePoint names things; one that is badly encoded is taken as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The folder that the process's row links to (its parent, where that is a document), else the one of all operative plans. */
async function readFolder(connection: SiteConnection, process: ProcessCode): Promise<string> {
  const whole = `${connection.path}/${OPERATIVE_PLANS}`;
  const query = connection.api.request(`${listUrl(connection, 'Processes')}/items`).select('OperativePlanUrl');
  query.query.set('$filter', `Title eq ${quoted(process)}`);
  let rows: { readonly OperativePlanUrl?: { readonly Url?: unknown } | null }[];
  try {
    rows = await query<typeof rows>();
  } catch (error) {
    throw await toAppError(error, 'Processes');
  }
  const url = textOf(rows[0]?.OperativePlanUrl?.Url);
  if (url === '') return whole;
  const { origin, pathname } = new URL(url, connection.webUrl);
  // What is kept elsewhere cannot be listed from here.
  if (origin !== new URL(connection.webUrl).origin) return whole;
  const path = decoded(pathname).replace(/\/+$/, '');
  return /\.\w{1,5}$/.test(path) ? path.slice(0, path.lastIndexOf('/')) : path;
}
