import type { ListName } from '../../domain';
import { factsSheet, type OutCell, type OutColumn, type OutSheet } from '../workbook';
import { codeOf, planOf } from './keys';
import type { PlainValue, SiteRows, StoredRow } from './rows';
import { isEmpty } from './rows';
import { isScoped, type ListTable, sheetColumns, type TableColumn, TABLES, tableOf } from './tables';

/** Rows go out with references as codes where their plan is the row's own, else with the plan before the code. */
function referenceText(key: string, list: ListName | undefined, plan: string): string {
  return list && isScoped(list) && planOf(key) === plan ? codeOf(key) : key;
}

/** Code of the plan a row belongs to; '' where its list knows none. */
export function planOfRow(table: ListTable, row: StoredRow): string {
  if (table.plan === 'none') return '';
  if (table.plan === 'own') return String(row.values.Plan || '');
  for (const { name, list } of table.columns) {
    const key = row.values[name];
    if (list && isScoped(list) && typeof key === 'string' && key.indexOf('/') > 0) return planOf(key);
  }
  return '';
}

function cellOf(column: TableColumn, value: PlainValue | undefined, plan: string): OutCell {
  if (value === undefined || isEmpty(value)) return null;
  switch (column.kind) {
    case 'number': case 'yesNo': return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
    case 'day': return { day: String(value) };
    case 'moment': return { moment: String(value) };
    case 'reference': case 'rowId': return referenceText(String(value), column.list, plan);
    case 'references': return (value as readonly string[]).map(key => referenceText(key, column.list, plan)).join('; ');
    case 'topics': case 'people': return (value as readonly string[]).join('; ');
    case 'text': case 'note': case 'choice': case 'person': case 'link': return String(value);
    default: return String(value);
  }
}

const WIDTHS: Partial<Record<TableColumn['kind'], number>> = { number: 12, day: 12, moment: 18, yesNo: 9, note: 50, choice: 16, reference: 16, people: 30, person: 26 };

function widthOf(column: TableColumn): number {
  if (column.name === 'Title' && column.header !== 'Código' && column.header !== 'Trimestre') return 50;
  return WIDTHS[column.kind] ?? Math.max(12, Math.min(24, column.header.length + 4));
}

function outColumn(column: TableColumn): OutColumn {
  return { header: column.header, width: widthOf(column) };
}

/** Headings for whoever reads an export; an import passes over them. */
const AUTHOR: OutColumn = { header: 'Escrito por', width: 24 };

/** A list as a sheet that reads back as it was. */
export function sheetOf(list: ListName, rows: readonly StoredRow[], withAuthor = true): OutSheet {
  const table = tableOf(list);
  const columns = sheetColumns(table);
  const authored = withAuthor && (list === 'CheckIns' || list === 'Reviews');
  return {
    name: table.sheet,
    columns: [...columns.map(outColumn), ...(authored ? [AUTHOR] : [])],
    rows: rows.map(row => {
      const plan = planOfRow(table, row);
      const cells = columns.map(column => (
        column.name === 'Plan' && table.plan === 'byReference' ? plan || null : cellOf(column, row.values[column.name], plan)
      ));
      return authored ? [...cells, row.author || null] : cells;
    })
  };
}

/** Every list of the site as a sheet, in the order they are written in. @param facts what the file is and when it was made */
export function exportSheets(site: SiteRows, facts: readonly (readonly [string, string | number])[]): OutSheet[] {
  return [...TABLES.filter(({ list }) => site.has(list)).map(({ list }) => sheetOf(list, site.get(list) || [])), factsSheet('Sobre este archivo', facts)];
}
