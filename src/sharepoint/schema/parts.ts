import type { PartDefinition, PartState } from '../../application/set-up/definition';
import { totalsXml, viewQuery } from './caml';
import { fingerprint } from './fingerprint';
import { FORMER_PARTS } from './former-parts';
import type { ListSchema, ViewSchema } from './list-schema';

/** Titles of a list's columns by internal name, as they stand in the site. */
export type Titles = ReadonlyMap<string, string>;
/** Internal names by title. */
type Names = ReadonlyMap<string, string>;

/** A part with what it must be. Forms and formulas name columns by title, which planners may have changed. */
export interface Part extends PartDefinition {
  /** What is written; for a view, its query and columns are. */
  text(titles: Titles): string;
  /** A text found in a site in a form that compares: titles back to internal names, spaces and order without meaning gone. */
  normal(text: string, names: Names): string;
  /** Told by a formula that refuses. */
  readonly message?: string;
}

/** What a list wears, by the schema. */
export function partsOf(list: ListSchema): readonly Part[] {
  const parts: Part[] = [];
  for (const [name, look] of Object.entries(list.looks ?? {})) {
    parts.push({ id: `column:${name}`, kind: 'look', subject: 'column', name, text: () => JSON.stringify(look), normal: normalJson });
  }
  for (const view of list.views) parts.push(...ofView(view));
  for (const [name, column] of Object.entries(list.columns)) {
    if (column.type !== 'Number' || !column.allowed) continue;
    const { comparison, message } = column.allowed;
    parts.push({
      id: `formula:${name}`, kind: 'formula', subject: 'column', name, message,
      text: titles => `=${withTitles(`[${name}]${comparison}`, titles)}`, normal: normalFormula
    });
  }
  const { form, rule } = list;
  const delivered = deliveredTitles(list);
  if (rule) {
    parts.push({
      id: 'rule', kind: 'formula', subject: 'list', name: '', message: rule.message,
      text: titles => `=${withTitles(rule.formula, titles)}`, normal: normalFormula
    });
  }
  if (form) {
    const text = (titles: Titles): string => JSON.stringify({
      headerJSONFormatter: form.header,
      footerJSONFormatter: '',
      bodyJSONFormatter: {
        sections: form.sections.map(({ title, columns }) => (
          { displayname: title, fields: columns.map(name => titles.get(name) ?? delivered.get(name) ?? name) }
        ))
      }
    });
    parts.push({ id: 'form', kind: 'look', subject: 'form', name: '', text, normal: normalForm });
  }
  return parts;
}

function ofView(view: ViewSchema): Part[] {
  const { name, totals, look } = view;
  const about = { subject: 'view' as const, name };
  const parts: Part[] = [{ ...about, id: `view:${name}`, kind: 'view', text: () => viewText(shownColumns(view), viewQuery(view)), normal: text => text }];
  if (totals) parts.push({ ...about, id: `totals:${name}`, kind: 'look', text: () => totalsXml(totals), normal: normalTotals });
  if (look) parts.push({ ...about, id: `look:${name}`, kind: 'look', text: () => JSON.stringify(look), normal: normalJson });
  return parts;
}

/** Columns of a view as SharePoint keeps them: the title is the one with the link. */
export function shownColumns(view: ViewSchema): readonly string[] {
  return view.columns.map(column => (column === 'Title' ? 'LinkTitle' : column));
}

/** A view's columns and query as one text that compares. */
export function viewText(columns: readonly string[], query: string): string {
  return `${columns.join(',')}|${query.replace(/\s*\/>/g, '/>').replace(/>\s+</g, '><').replace(/'/g, '"').trim()}`;
}

/** How a part stands. @param found '' where there is none */
export function partState(list: ListSchema, part: Part, found: string, titles: Titles): PartState {
  if (found.trim() === '') return 'empty';
  const names = namesByTitle(titles);
  const wanted = part.normal(part.text(titles), names);
  if (part.normal(found, names) === wanted) return 'current';
  // A column that was renamed since is named as it was called before.
  const normal = part.normal(found, new Map([...namesByTitle(deliveredTitles(list)), ...names]));
  const former = FORMER_PARTS[`${list.name}.${part.id}`] ?? [];
  return normal === wanted || former.indexOf(fingerprint(normal)) >= 0 ? 'former' : 'changed';
}

function deliveredTitles(list: ListSchema): Titles {
  return new Map([['Title', list.titleColumn.title], ...Object.entries(list.columns).map(([name, { title }]): [string, string] => [name, title])]);
}

/** Mark of a part as this version delivers it: what goes into `FORMER_PARTS` once the part is changed. */
export function partFingerprint(list: ListSchema, part: Part): string {
  const titles = deliveredTitles(list);
  return fingerprint(part.normal(part.text(titles), namesByTitle(titles)));
}

function withTitles(formula: string, titles: Titles): string {
  return formula.replace(/\[([^\]]+)\]/g, (_match, name: string) => `[${titles.get(name) ?? name}]`);
}

function namesByTitle(titles: Titles): Names {
  const names = new Map<string, string>();
  titles.forEach((title, name) => names.set(title, name));
  return names;
}

/** SharePoint leaves the brackets away where a name has no space. */
function normalFormula(text: string, names: Names): string {
  const bare = text.trim().replace(/^=/, '').replace(/\[([^\]]+)\]/g, (_match, title: string) => names.get(title) ?? title);
  return bare.split(/([<>=]+)/).map(piece => names.get(piece.trim()) ?? piece.trim()).join('');
}

function normalJson(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text.trim(); // not JSON: somebody's own, whatever it is
  }
}

function normalForm(text: string, names: Names): string {
  try {
    const form = JSON.parse(text) as { bodyJSONFormatter?: unknown };
    // SharePoint's own pane keeps each part as text.
    const parsed = Object.fromEntries(Object.entries(form).map(([key, value]): [string, unknown] => [key, insideOf(value)]));
    const body = parsed.bodyJSONFormatter as { sections?: readonly { fields?: readonly string[] }[] } | '' | undefined;
    const sections = body ? (body.sections ?? []).map(one => ({ ...one, fields: (one.fields ?? []).map(title => names.get(title) ?? title) })) : [];
    return JSON.stringify(sorted({ ...parsed, bodyJSONFormatter: { sections } }));
  } catch {
    return text.trim(); // as above
  }
}

function insideOf(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\{/.test(value) ? JSON.parse(value) : value;
}

function normalTotals(text: string): string {
  return (text.match(/<FieldRef\b[^>]*>/g) ?? [])
    .map(tag => ['Name', 'Type'].map(name => new RegExp(`${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '').join(':')).sort().join(',');
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]): [string, unknown] => [key, sorted(one)]));
}
