import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { TABLES } from './tables';

/** What SQLite takes and gives. Booleans are written as 0 and 1 by the callers. */
export type SqlValue = string | number | null | Buffer;
export type Row = Record<string, SqlValue>;

/** Another process has the data of a site: two would not know of each other's writes. */
export class DataInUseError extends Error {
  constructor(readonly dataDir: string) {
    super(`The site's data in ${dataDir} are in use by another process. Close that one, or name another folder.`);
  }
}

/** How long a process that is just ending is waited for. */
const LOCK_MILLISECONDS = 1000;

/** Parameters always go as one array: libsql takes a lone null or Buffer for an object of named ones. */
interface Statement {
  all(params: SqlValue[]): Row[];
  get(params: SqlValue[]): Row | undefined;
  run(params: SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
  /** Whose tables it writes to. */
  listeners: (() => void)[];
}

/** The site's one database file. Synchronous: a request runs from start to end without another one in between. */
export class Database {
  private readonly connection: Libsql.Database;
  private readonly statements = new Map<string, Statement>();
  private depth = 0;
  private readonly rollbackListeners: (() => void)[] = [];
  private readonly writeListeners: { pattern: RegExp; listener: () => void }[] = [];

  /** @param dataDir folder of the file, created if missing, or `:memory:`. @throws DataInUseError */
  constructor(dataDir: string) {
    if (dataDir !== ':memory:') {
      mkdirSync(dataDir, { recursive: true });
    }
    this.connection = new Libsql(dataDir === ':memory:' ? ':memory:' : join(dataDir, 'site.db'));
    try {
      // EXCLUSIVE: what is remembered in memory is true only while nobody else writes. The system gives the lock back when a process dies.
      // FULL: a commit is on the disk before it is answered.
      this.connection.exec(`PRAGMA busy_timeout = ${LOCK_MILLISECONDS}; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY`);
      this.connection.exec(`BEGIN IMMEDIATE; ${TABLES}; COMMIT`);
    } catch (error) {
      this.connection.close();
      throw /locked|busy/i.test(String((error as { code?: unknown }).code) + String(error)) ? new DataInUseError(dataDir) : error;
    }
  }

  all(sql: string, ...params: SqlValue[]): Row[] {
    return this.statement(sql).all(params.map(checked));
  }

  get(sql: string, ...params: SqlValue[]): Row | undefined {
    const row = this.statement(sql).get(params.map(checked));
    if (row) {
      // libsql's own, no column of ours.
      delete row._metadata;
    }
    return row;
  }

  /** A single number, such as a count; 0 where there is no row. */
  number(sql: string, ...params: SqlValue[]): number {
    const row = this.get(sql, ...params);
    return row ? Number(Object.values(row)[0]) : 0;
  }

  run(sql: string, ...params: SqlValue[]): { changes: number; id: number } {
    const statement = this.statement(sql);
    const result = statement.run(params.map(checked));
    statement.listeners.forEach((listener) => listener());
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  /** Runs statements that change tables. Prepared statements are thrown away, since they may speak of what is no more. */
  define(sql: string): void {
    this.statements.clear();
    this.connection.exec(sql);
  }

  /** Everything inside is kept or nothing is. Inside another transaction only the inner part is undone. */
  transaction<T>(work: () => T): T {
    const name = `s${this.depth}`;
    this.connection.exec(this.depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    this.depth += 1;
    try {
      const result = work();
      this.depth -= 1;
      this.connection.exec(this.depth === 0 ? 'COMMIT' : `RELEASE ${name}`);
      return result;
    } catch (error) {
      this.depth = Math.max(0, this.depth - 1);
      this.statements.clear();
      this.connection.exec(this.depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      this.rollbackListeners.forEach((listener) => listener());
      throw error;
    }
  }

  /** What is remembered outside the database has to be forgotten when a transaction is undone. */
  onRollback(listener: () => void): void {
    this.rollbackListeners.push(listener);
  }

  /** Calls the listener after each statement run that names one of the tables, and when a transaction is undone. */
  onWrite(tables: readonly string[], listener: () => void): void {
    this.writeListeners.push({ pattern: new RegExp(`\\b(${tables.join('|')})\\b`), listener });
    this.onRollback(listener);
  }

  close(): void {
    this.statements.clear();
    this.connection.close();
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql) as unknown as Statement;
      statement.listeners = this.writeListeners.filter(({ pattern }) => pattern.test(sql)).map(({ listener }) => listener);
      if (this.statements.size > 500) {
        this.statements.clear();
      }
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** libsql ends the whole process on a value it does not know, so a mistake of ours has to stop here. */
function checked(value: SqlValue): SqlValue {
  if (value === null || typeof value === 'string' || Buffer.isBuffer(value)) {
    return value;
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    return value;
  }
  throw new TypeError(`Not a value for SQLite: ${typeof value}`);
}

/** A BLOB as it comes back from libsql (an ArrayBuffer) or null. */
export function toBuffer(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) {
    return value;
  }
  return value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.alloc(0);
}
