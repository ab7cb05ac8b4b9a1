import type { FieldXml} from '../fields/definition';
import { toFieldDef } from '../fields/definition';
import { USER_INFORMATION } from '../lists/templates';
import type { Database, Row } from './database';
import type { ListCounts, ListDef, ListProps, ViewDef, ViewProps, WebDef, WebProps } from './definitions';

/** Webs, lists, columns and views, read once and kept in memory until something about them changes. */
export class Catalog {
  private websCache?: WebDef[];
  private readonly lists = new Map<number, ListDef>();
  private listIndex?: { no: number; id: string; webNo: number; url: string; title: string }[];
  private readonly viewsCache = new Map<number, ViewDef[]>();

  constructor(private readonly db: Database) {
    db.onRollback(() => this.forget());
  }

  /** Forgets what it remembers: after a change, or when a change was undone. */
  forget(): void {
    delete this.websCache;
    delete this.listIndex;
    this.lists.clear();
    this.viewsCache.clear();
  }

  get webs(): WebDef[] {
    this.websCache ??= this.db.all('SELECT no, id, parent_no, url, scope_no, props FROM webs ORDER BY no').map(webOf);
    return this.websCache;
  }

  get rootWeb(): WebDef {
    return this.webs[0];
  }

  webByNo(no: number): WebDef {
    const web = this.webs.find((one) => one.no === no);
    if (!web) {
      throw new Error(`web ${no} is missing`);
    }
    return web;
  }

  /** The web at a server-relative URL, or undefined. */
  webByUrl(url: string): WebDef | undefined {
    const wanted = url.toLowerCase().replace(/(?<=.)\/$/, '');
    return this.webs.find((one) => one.url.toLowerCase() === wanted);
  }

  /** The web whose URL is the longest beginning of a server-relative path. */
  webOfPath(path: string): WebDef {
    const lower = `${path.toLowerCase()}/`;
    return [...this.webs].sort((a, b) => b.url.length - a.url.length).find((web) =>
      lower.startsWith(web.url === '/' ? '/' : `${web.url.toLowerCase()}/`)) ?? this.rootWeb;
  }

  listsOf(web: WebDef): ListDef[] {
    return this.index().filter((one) => one.webNo === web.no).map((one) => this.list(one.no));
  }

  list(no: number): ListDef {
    let list = this.lists.get(no);
    if (!list) {
      const row = this.db.get('SELECT no, id, web_no, title, url, template, scope_no, version, modified, props FROM lists WHERE no = ?',
        no);
      if (!row) {
        throw new Error(`list ${no} is missing`);
      }
      const fields = this.db
        .all('SELECT no, id, name, position, xml FROM fields WHERE list_no = ? ORDER BY position, no', no)
        .map((field) => toFieldDef({
          no: Number(field.no), id: String(field.id), listNo: no, name: String(field.name), position: Number(field.position),
          xml: json<FieldXml>(field.xml)
        }));
      list = { ...listOf(row), fields };
      this.lists.set(no, list);
    }
    return list;
  }

  /** A list by its number, where it is there and not in the recycle bin. */
  findList(no: number): ListDef | undefined {
    return this.index().some((one) => one.no === no) ? this.list(no) : undefined;
  }

  listById(id: string): ListDef | undefined {
    const found = this.index().find((one) => one.id === id);
    return found && this.list(found.no);
  }

  listByTitle(web: WebDef, title: string): ListDef | undefined {
    const wanted = title.toLowerCase();
    const found = this.index().find((one) => one.webNo === web.no && one.title.toLowerCase() === wanted);
    return found && this.list(found.no);
  }

  /** By its title, or by the one it has in the site's other language. */
  listByAnyTitle(web: WebDef, title: string): ListDef | undefined {
    const wanted = title.toLowerCase();
    return this.listByTitle(web, title) ?? this.listsOf(web).find((one) => one.props.otherTitle?.toLowerCase() === wanted);
  }

  listByUrl(web: WebDef, url: string): ListDef | undefined {
    const wanted = url.toLowerCase();
    const found = this.index().find((one) => one.webNo === web.no && one.url.toLowerCase() === wanted);
    return found && this.list(found.no);
  }

  counts(list: ListDef): ListCounts {
    const row = this.db.get('SELECT item_count, items_modified, items_deleted, next_item FROM lists WHERE no = ?', list.no);
    return {
      itemCount: list.template === USER_INFORMATION ? this.db.number('SELECT count(*) FROM principals') : Number(row?.item_count ?? 0),
      itemsModified: String(row?.items_modified ?? ''),
      itemsDeleted: String(row?.items_deleted ?? ''),
      nextItem: Number(row?.next_item ?? 1)
    };
  }

  views(list: ListDef): ViewDef[] {
    let views = this.viewsCache.get(list.no);
    if (!views) {
      views = this.db.all('SELECT no, id, list_no, title, url, props FROM views WHERE list_no = ? ORDER BY no', list.no).map(viewOf);
      this.viewsCache.set(list.no, views);
    }
    return views;
  }

  /** Writes what has changed of a list and raises its version, which is its ETag. */
  saveList(list: ListDef, now: string): void {
    this.db.run(
      'UPDATE lists SET title = ?, scope_no = ?, version = version + 1, modified = ?, props = ? WHERE no = ?',
      list.title, list.scopeNo, now, JSON.stringify(list.props), list.no
    );
    this.forget();
  }

  saveWeb(web: WebDef, now: string): void {
    this.db.run('UPDATE webs SET scope_no = ?, props = ? WHERE no = ?', web.scopeNo, JSON.stringify({ ...web.props, modified: now }),
      web.no);
    this.forget();
  }

  /** Columns of a web itself. */
  webFields(web: WebDef): ReturnType<typeof toFieldDef>[] {
    return this.db.all('SELECT no, id, name, position, xml FROM fields WHERE web_no = ? AND list_no IS NULL ORDER BY position, no', web.no)
      .map((field) => toFieldDef({
        no: Number(field.no), id: String(field.id), listNo: null, name: String(field.name), position: Number(field.position),
        xml: json<FieldXml>(field.xml)
      }));
  }

  private index(): NonNullable<Catalog['listIndex']> {
    this.listIndex ??= this.db.all('SELECT no, id, web_no, url, title FROM lists WHERE web_no > 0 ORDER BY no').map((row) => ({
      no: Number(row.no), id: String(row.id), webNo: Number(row.web_no), url: String(row.url), title: String(row.title)
    }));
    return this.listIndex;
  }
}

const json = <T>(value: unknown): T => JSON.parse(String(value)) as T;
const orNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

function webOf(row: Row): WebDef {
  return {
    no: Number(row.no), id: String(row.id), parentNo: orNull(row.parent_no), url: String(row.url), scopeNo: orNull(row.scope_no),
    props: json<WebProps>(row.props)
  };
}

function listOf(row: Row): Omit<ListDef, 'fields'> {
  return {
    no: Number(row.no), id: String(row.id), webNo: Number(row.web_no), title: String(row.title), url: String(row.url),
    template: Number(row.template),
    scopeNo: orNull(row.scope_no), version: Number(row.version), modified: String(row.modified), props: json<ListProps>(row.props)
  };
}

function viewOf(row: Row): ViewDef {
  return {
    no: Number(row.no), id: String(row.id), listNo: Number(row.list_no), title: String(row.title), url: String(row.url),
    props: json<ViewProps>(row.props)
  };
}
