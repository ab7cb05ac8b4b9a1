import type { FieldDef } from '../fields/definition';
import type { Database } from './database';

/** Name of the table with a list's rows. */
export const tableOf = (listNo: number): string => `list_${Number(listNo)}`;

/** Makes the table of a new list. */
export function createListTable(db: Database, listNo: number): void {
  db.define(`CREATE TABLE ${tableOf(listNo)} (
    id INTEGER PRIMARY KEY, guid TEXT NOT NULL, unique_id TEXT NOT NULL, content_type TEXT NOT NULL, created TEXT NOT NULL, modified
      TEXT NOT NULL,
    author INTEGER NOT NULL, editor INTEGER NOT NULL, version INTEGER NOT NULL, ui_version INTEGER NOT NULL, fs_type INTEGER NOT NULL,
      dir TEXT NOT NULL,
    leaf TEXT NOT NULL, file_type TEXT, checked_out_by INTEGER, scope_no INTEGER, attachments INTEGER NOT NULL DEFAULT 0)`);
}

export function dropListTable(db: Database, listNo: number): void {
  db.define(`DROP TABLE ${tableOf(listNo)}`);
}

/** Adds the columns that hold a SharePoint column's value. */
export function addColumn(db: Database, listNo: number, field: FieldDef): void {
  if (!field.column || field.xml.attributes.Storage !== undefined) {
    return;
  }
  db.define(`ALTER TABLE ${tableOf(listNo)} ADD COLUMN ${field.column}`);
  if (field.textKey) {
    db.define(`ALTER TABLE ${tableOf(listNo)} ADD COLUMN ${field.textKey}`);
  }
}

export function dropColumn(db: Database, listNo: number, field: FieldDef): void {
  if (!field.column || field.xml.attributes.Storage !== undefined) {
    return;
  }
  dropIndex(db, field);
  db.define(`ALTER TABLE ${tableOf(listNo)} DROP COLUMN ${field.column}`);
  if (field.textKey) {
    db.define(`ALTER TABLE ${tableOf(listNo)} DROP COLUMN ${field.textKey}`);
  }
}

/** An index on what comparisons of the column go by. */
export function createIndex(db: Database, listNo: number, field: FieldDef): void {
  const column = field.textKey ?? field.column;
  if (column && /^[a-z_]+\d*$/.test(column)) {
    db.define(`CREATE INDEX IF NOT EXISTS ${indexName(listNo, field)} ON ${tableOf(listNo)} (${column})`);
  }
}

export function dropIndex(db: Database, field: FieldDef): void {
  db.define(`DROP INDEX IF EXISTS ${indexName(field.listNo ?? 0, field)}`);
}

const indexName = (listNo: number, field: FieldDef): string => `list_${Number(listNo)}_f${Number(field.no)}`;

/** The form of text by which SharePoint compares it: case does not count, accents do. */
export const textKey = (text: string): string => text.toLowerCase();
