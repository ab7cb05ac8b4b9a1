/**
 * The tables every site has. The rows of a list are in a table of its own, `list_<no>` (store/list-table.ts), with a column
 * `c<no>` per SharePoint column: names are made of numbers only, so no text of a user ever becomes part of a statement.
 */
export const TABLES = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS webs (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parent_no INTEGER, url TEXT NOT NULL UNIQUE COLLATE NOCASE, scope_no INTEGER,
  props TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS lists (
  no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, web_no INTEGER NOT NULL, title TEXT NOT NULL,
  url TEXT NOT NULL COLLATE NOCASE, template INTEGER NOT NULL, scope_no INTEGER, version INTEGER NOT NULL, next_item INTEGER NOT NULL,
  item_count INTEGER NOT NULL, modified TEXT NOT NULL, items_modified TEXT NOT NULL, items_deleted TEXT NOT NULL, props TEXT NOT NULL,
  UNIQUE (web_no, url));
CREATE TABLE IF NOT EXISTS fields (
  no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, web_no INTEGER NOT NULL, list_no INTEGER, name TEXT NOT NULL,
  position INTEGER NOT NULL,
  xml TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS fields_list ON fields (list_no, position);
CREATE TABLE IF NOT EXISTS views (
  no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, list_no INTEGER NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
  props TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS content_types (
  no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, web_no INTEGER NOT NULL, list_no INTEGER, name TEXT NOT NULL,
  props TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS principals (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, login TEXT NOT NULL UNIQUE COLLATE NOCASE, title TEXT NOT NULL,
  email TEXT NOT NULL,
  props TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS memberships (group_id INTEGER NOT NULL, user_id INTEGER NOT NULL, PRIMARY KEY (group_id, user_id));
CREATE TABLE IF NOT EXISTS role_definitions (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, description TEXT NOT NULL, position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  mask TEXT NOT NULL, hidden INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS scopes (no INTEGER PRIMARY KEY AUTOINCREMENT, web_no INTEGER NOT NULL, list_no INTEGER, item_id INTEGER);
CREATE TABLE IF NOT EXISTS role_assignments (
  scope_no INTEGER NOT NULL, principal_id INTEGER NOT NULL, role_id INTEGER NOT NULL, PRIMARY KEY (scope_no, principal_id, role_id));
CREATE TABLE IF NOT EXISTS item_versions (
  list_no INTEGER NOT NULL, item_id INTEGER NOT NULL, ui_version INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (list_no, item_id,
  ui_version));
CREATE TABLE IF NOT EXISTS nodes (
  no INTEGER PRIMARY KEY AUTOINCREMENT, web_no INTEGER NOT NULL, path TEXT NOT NULL UNIQUE COLLATE NOCASE, dir TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL, folder INTEGER NOT NULL, unique_id TEXT NOT NULL UNIQUE, list_no INTEGER, item_id INTEGER, created TEXT NOT NULL,
  modified TEXT NOT NULL, author INTEGER NOT NULL, editor INTEGER NOT NULL, length INTEGER NOT NULL, content BLOB, version INTEGER NOT NULL,
  ui_version INTEGER NOT NULL, props TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS nodes_dir ON nodes (dir);
CREATE INDEX IF NOT EXISTS nodes_item ON nodes (list_no, item_id);
CREATE TABLE IF NOT EXISTS file_versions (
  node_no INTEGER NOT NULL, ui_version INTEGER NOT NULL, created TEXT NOT NULL, author INTEGER NOT NULL, length INTEGER NOT NULL,
  comment TEXT NOT NULL,
  content BLOB, PRIMARY KEY (node_no, ui_version));
CREATE TABLE IF NOT EXISTS uploads (id TEXT NOT NULL, node_no INTEGER NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (id, part));
CREATE TABLE IF NOT EXISTS attachments (
  list_no INTEGER NOT NULL, item_id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, unique_id TEXT NOT NULL, content BLOB,
  PRIMARY KEY (list_no, item_id, name));
CREATE TABLE IF NOT EXISTS recycle_bin (
  id TEXT PRIMARY KEY, web_no INTEGER NOT NULL, kind INTEGER NOT NULL, title TEXT NOT NULL, dir TEXT NOT NULL, leaf TEXT NOT NULL,
  size INTEGER NOT NULL,
  deleted TEXT NOT NULL, deleted_by INTEGER NOT NULL, author INTEGER NOT NULL, stage INTEGER NOT NULL, payload TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS changes (
  no INTEGER PRIMARY KEY AUTOINCREMENT, web_no INTEGER NOT NULL, list_no INTEGER, list_id TEXT, item_id INTEGER, object TEXT NOT NULL,
  kind INTEGER NOT NULL,
  time TEXT NOT NULL, props TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS changes_list ON changes (list_id, no);
CREATE TABLE IF NOT EXISTS kept_things (
  no INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, props TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS kept_things_owner ON kept_things (owner);
CREATE TABLE IF NOT EXISTS related_items (
  list_no INTEGER NOT NULL, item_id INTEGER NOT NULL, target_list INTEGER NOT NULL, target_item INTEGER NOT NULL,
  PRIMARY KEY (list_no, item_id, target_list, target_item));
CREATE TABLE IF NOT EXISTS storage_entities (key TEXT PRIMARY KEY, value TEXT NOT NULL, description TEXT NOT NULL, comment TEXT NOT NULL);
`;
