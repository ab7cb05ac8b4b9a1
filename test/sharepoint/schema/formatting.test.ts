/**
 * Formatting is JSON that SharePoint reads without a word when it cannot: what is allowed in it is checked here, as Microsoft's syntax
 * reference lists it, and what it says is read with the embedded site's own evaluator.
 */
import { evaluate, parse, type Scope } from '../../../sharepoint/local/hosts/client/lists/formatting/expression';
import { listSchemas, schemaOf } from '../../../src/sharepoint/schema';
import {
  COLUMN_SCHEMA, type ColumnFormat, type FormatElement, VIEW_SCHEMA, type ViewFormat
} from '../../../src/sharepoint/schema/formatting/elements';
import type { ListSchema } from '../../../src/sharepoint/schema/list-schema';

const ELEMENTS = ['div', 'button', 'span', 'a', 'img', 'svg', 'path', 'filepreview', 'p'];
const KEYS = ['$schema', 'elmType', 'txtContent', 'style', 'attributes', 'children', 'forEach'];
const ATTRIBUTES = /^(href|rel|src|class|target|role|iconName|d|title|alt|aria-[a-z]+)$/;
const STYLES = new Set([
  'display', 'align-items', 'border-radius', 'padding', 'padding-top', 'padding-right', 'white-space', 'flex-direction', 'flex-wrap',
  'min-width', 'position', 'height', 'width', 'margin', 'margin-top', 'top', 'left', 'text-align'
]);
const FUNCTIONS = new Set([
  '+', '-', '/', '*', '<', '>', '%', '==', '!=', '<=', '>=', '||', '&&', '?', 'literal', 'toString', 'Number', 'Date', 'abs', 'floor', 'ceiling',
  'length', 'indexOf', 'lastIndexOf', 'substring', 'replace', 'toLocaleDateString', 'toLocaleString'
]);
/** Classes that follow the theme, light or dark. */
const CLASSES = /^(sp-field-severity--(good|low|warning|severeWarning|blocked)|ms-(fontColor|bgColor)-(neutral|theme)\w+|ms-fontSize-\d+|ms-fontWeight-\w+)$/;
const BUILT_IN = ['ID', 'Title', 'Author', 'Created', 'Editor', 'Modified'];

function textsOf(format: FormatElement): string[] {
  return [
    ...(format.txtContent === undefined ? [] : [format.txtContent]), ...Object.values(format.style ?? {}), ...Object.values(format.attributes ?? {}),
    ...(format.children ?? []).flatMap(textsOf)
  ];
}

function operatorsOf(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { operator, operands } = tree as { operator: string; operands: unknown[] };
  return [operator, ...operands.flatMap(operatorsOf)];
}

function checkElement(format: FormatElement, list: ListSchema): void {
  expect(ELEMENTS).toContain(format.elmType);
  for (const key of Object.keys(format)) expect(KEYS).toContain(key);
  for (const name of Object.keys(format.style ?? {})) expect([...STYLES]).toContain(name);
  for (const name of Object.keys(format.attributes ?? {})) expect(name).toMatch(ATTRIBUTES);
  // An element with text shows no children.
  if (format.txtContent !== undefined) expect(format.children).toBeUndefined();
  if (format.forEach !== undefined) expect(format.forEach).toMatch(/^\w+ in (@currentField|\[\$\w+\])$/);
  for (const text of textsOf(format)) {
    if (text.startsWith('=')) for (const operator of operatorsOf(parse(text.slice(1)))) expect([...FUNCTIONS]).toContain(operator);
    for (const [, name] of text.matchAll(/\[\$(\w+)/g)) {
      if (name !== 'one') expect([...BUILT_IN, ...Object.keys(list.columns)]).toContain(name);
    }
    // Neither colours nor addresses of our own.
    expect(text).not.toMatch(/#[0-9a-f]{3}|rgb\(|https?:/i);
  }
  const classes = [format, ...(format.children ?? [])].flatMap(one => Object.entries(one.attributes ?? {}))
    .filter(([name]) => name === 'class').flatMap(([, text]) => text.match(/(sp|ms)-[\w-]+/g) ?? []);
  for (const name of classes) expect(name).toMatch(CLASSES);
  (format.children ?? []).forEach(child => checkElement(child, list));
}

describe.each(listSchemas.map(list => [list.name, list] as const))('%s', (_name, list) => {
  test('columns are formatted within what SharePoint takes', () => {
    for (const [name, format] of Object.entries(list.looks ?? {}) as [string, ColumnFormat][]) {
      expect(Object.keys(list.columns)).toContain(name);
      expect(format.$schema).toBe(COLUMN_SCHEMA);
      checkElement(format, list);
    }
  });

  test('what a column’s formatting reads stands in every view that shows the column', () => {
    for (const view of list.views) {
      for (const name of view.columns) {
        const format = (list.looks as Readonly<Record<string, ColumnFormat>> | undefined)?.[name];
        const read = format ? [...JSON.stringify(format).matchAll(/\[\$(\w+)/g)].map(match => match[1]).filter(one => one !== 'one') : [];
        for (const needed of read) expect([view.name, ...view.columns, view.groupBy]).toContain(needed);
      }
    }
  });

  test('views are formatted and totalled within what SharePoint takes', () => {
    for (const { look, totals, columns } of list.views) {
      if (look) {
        expect(look.$schema).toBe(VIEW_SCHEMA);
        for (const operator of operatorsOf(look.additionalRowClass)) expect([...FUNCTIONS]).toContain(operator);
        expect(look.additionalRowClass.operands[1]).toMatch(CLASSES);
      }
      for (const { column, of } of totals ?? []) {
        expect(columns).toContain(column);
        if (of !== 'COUNT') expect(list.columns[column].type).toBe('Number');
      }
    }
  });

  test('the form has every column in one section', () => {
    if (!list.form) return;
    checkElement(list.form.header, list);
    expect(list.form.sections.flatMap(section => section.columns).sort()).toEqual(['Title', ...Object.keys(list.columns)].sort());
  });

  test('formulas depend on no language: no function, separator, decimal or quotation', () => {
    const formulas = Object.values(list.columns).flatMap(column => (column.type === 'Number' && column.allowed ? [column.allowed] : []));
    for (const { comparison, message } of formulas) {
      expect(comparison).toMatch(/^(>=|<=|>|<)-?\d+$/);
      expect(message).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
    }
    if (list.rule) {
      expect(list.rule.formula).toMatch(/^\[\w+\](>=|<=)\[\w+\]$/);
      for (const [, name] of list.rule.formula.matchAll(/\[(\w+)\]/g)) expect(list.columns[name].type).toMatch(/^(Date|Number)$/);
      expect(list.rule.message).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
    }
  });

  test('many columns come in sections', () => {
    if (Object.keys(list.columns).length >= 10) expect(list.form?.sections.length).toBeGreaterThan(1);
  });
});

test('every closed set is a choice, and CheckIns leaves its one formula to closing', () => {
  const looks = listSchemas.flatMap(list => Object.keys(list.looks ?? {}).map(name => list.columns[name].type));
  expect(looks).toContain('Choice');
  expect(schemaOf('CheckIns').rule).toBeUndefined();
});

const NOW = new Date('2023-10-05T15:42:00Z');

function scopeOf(row: Readonly<Record<string, unknown>>, currentField: string | null): Scope {
  return {
    field: (name, path) => {
      const value = row[name] ?? '';
      if (path[0] === 'displayValue') return typeof value === 'number' ? value.toLocaleString('es-CO') : '';
      return path.length === 0 ? value : (value as Record<string, unknown>)[path[0]] ?? '';
    },
    currentField, me: '', now: NOW, currentWeb: 'https://x.sharepoint.com/sites/plan', formatDate: date => date.toISOString().slice(0, 10)
  };
}

/** Everything that is visible of a column in a row. */
function shown(list: ListSchema, column: string, row: Readonly<Record<string, unknown>>): string {
  const format = (list.looks as Readonly<Record<string, ColumnFormat>>)[column];
  const scope = scopeOf(row, column);
  const read = (one: FormatElement): string => {
    if (one.style?.display !== undefined && evaluate(one.style.display, scope) === 'none') return '';
    if (one.forEach) return Array.isArray(row[column]) ? row[column].map(({ lookupValue }: { lookupValue: string }) => lookupValue).join(' ') : '';
    return one.txtContent === undefined ? (one.children ?? []).map(read).filter(text => text !== '').join(' ') : String(evaluate(one.txtContent, scope));
  };
  return read(format);
}

const at = (day: string): Date => new Date(`${day}T05:00:00Z`);

test.each([
  ['Light', { Light: 'rojo' }, '◆ Atrasado'], ['Light', { Light: 'verde' }, '● En camino'], ['Light', { Light: 'sinMeta' }, '⊘ Sin meta'],
  ['Light', { Light: '' }, ''], ['Light', { Light: 'azul' }, ' azul'],
  ['Progress', { Progress: 0.615, Expected: 0.92 }, '62 % · esperado 92 %'], ['Progress', { Progress: 0, Expected: 0.5 }, '0 % · esperado 50 %'],
  ['Progress', { Progress: '', Expected: 0.5 }, 'Sin dato'], ['Progress', { Progress: 1.43, Expected: '' }, '143 %'],
  ['Confidence', { Confidence: 'Media' }, '▮▮▯ Media'], ['Key0', { Key0: '2021-2023/OE1-OT2-R5/2023-T2' }, 'Ver en Seguimiento']
])('a cutoff’s %s of %o says «%s»', (column, row, text) => {
  expect(shown(schemaOf('Cutoffs'), column, row).trim()).toBe(text.trim());
});

test.each([
  [{ DueDate: at('2023-09-15'), State: 'Abierta' }, '2023-09-15 ◆ Venció hace 20 días'],
  [{ DueDate: at('2023-10-04'), State: 'Abierta' }, '2023-10-04 ◆ Venció hace 1 día'],
  [{ DueDate: at('2023-10-05'), State: 'Abierta' }, '2023-10-05 ▲ Vence hoy'],
  [{ DueDate: at('2023-10-06'), State: 'Abierta' }, '2023-10-06 ▲ Vence en 1 día'],
  [{ DueDate: at('2023-10-12'), State: 'Abierta' }, '2023-10-12 ▲ Vence en 7 días'],
  [{ DueDate: at('2023-12-01'), State: 'Abierta' }, '2023-12-01'],
  [{ DueDate: at('2023-09-15'), State: 'Cumplida' }, '2023-09-15'],
  [{ DueDate: '', State: 'Abierta' }, '']
])('a decision due %o says «%s»', (row, text) => {
  expect(shown(schemaOf('Decisions'), 'DueDate', row)).toBe(text);
});

test('links lead to the key result’s page, from a key of the plan and from a cutoff’s', () => {
  const href = (list: 'KeyResults' | 'Cutoffs', key: string): unknown => {
    const format = schemaOf(list).looks?.Key0;
    return evaluate(format?.attributes?.href, scopeOf({ Key0: key }, 'Key0'));
  };
  const page = 'https://x.sharepoint.com/sites/plan/SitePages/Seguimiento.aspx?okr=2021-2023/kr/OE1-OT2-R5';
  expect([href('KeyResults', '2021-2023/OE1-OT2-R5'), href('Cutoffs', '2021-2023/OE1-OT2-R5/2023-T2')]).toEqual([page, page]);
});

test('a key result without processes says so; codes of the city are said in words', () => {
  expect(shown(schemaOf('KeyResults'), 'Processes', { Processes: '' })).toContain('Sin responsable');
  expect(shown(schemaOf('KeyResults'), 'Processes', { Processes: [{ lookupValue: 'COOP' }, { lookupValue: 'INV' }] })).toBe('COOP INV');
  expect(shown(schemaOf('IndicatorYears'), 'Achieved', { Achieved: -2 })).toBe('Sin dato');
  expect(shown(schemaOf('IndicatorYears'), 'Achieved', { Achieved: 0 })).toBe('0');
  expect(shown(schemaOf('IndicatorYears'), 'Achieved', { Achieved: '' })).toBe('');
});

test('rows that no longer count stand back', () => {
  const look = schemaOf('KeyResults').views[0].look as ViewFormat;
  expect([true, false].map(Active => evaluate(look.additionalRowClass, scopeOf({ Active }, null)))).toEqual(['', 'ms-fontColor-neutralSecondary']);
});

test('columns of one list are told apart from another’s', () => {
  // A value that a planner misspelt is shown as it is, in a pill without a shape.
  expect(shown(schemaOf('Quarters'), 'State', { State: 'Open' }).trim()).toBe('Open');
});
