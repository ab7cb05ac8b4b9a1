import type { ListName } from '../../domain';
import { quarterOf } from '../../domain';
import { cellText, parseDay, personName, readCell } from './cells';
import type { Issue } from './issues';
import { shown } from './issues';
import { codeOf, fingerprint, keyOf } from './keys';
import { completed, type FileRow, inOrder, type ParsedWorkbook, type ParseOptions, readWorkbook } from './read-workbook';
import type { PlainRow, PlainValue, SiteRows, StoredRow } from './rows';
import { textOf } from './rows';
import { type CellValue, plainText, type Sheet } from './sheets';
import { type TableColumn, tableOf } from './tables';

/**
 * Viva Goals has no published format for its export: its columns follow the view that was exported and the language it was in. So a column is
 * known by any of these headings, in any order. A file counts as such an export when it has a title, a type, and at least two more of them.
 */
const HEADINGS = {
  id: ['ID', 'OKR ID', 'Objective ID', 'Goal ID', 'Entity ID', 'Identificador', 'Temporary ID'],
  title: ['Title', 'Name', 'Objective', 'Objective title', 'OKR title', 'Goal', 'OKR', 'Título', 'Nombre', 'Objetivo'],
  type: ['Type', 'OKR type', 'Entity type', 'Goal type', 'Level', 'Tipo', 'Tipo de OKR'],
  parent: ['Parent', 'Parent ID', 'Parent title', 'Parent objective', 'Parent OKR', 'Aligned to', 'Alignment', 'Primary', 'Padre', 'Objetivo principal', 'Alineado con', 'Alineado a'],
  owner: ['Owner', 'Owner email', 'Owners', 'Owner name', 'Assignee', 'Propietario', 'Correo del propietario', 'Responsable'],
  team: ['Team', 'Teams', 'Owner team', 'Equipo', 'Equipos', 'Departamento', 'Department'],
  start: ['Start date', 'Fecha de inicio', 'Inicio'],
  end: ['End date', 'Due date', 'Target date', 'Fecha de fin', 'Fecha de finalización', 'Fecha de vencimiento', 'Vencimiento'],
  from: ['Start value', 'Metric start', 'Starting value', 'Initial value', 'Baseline', 'Valor inicial', 'Valor de inicio'],
  target: ['Target', 'Target value', 'Metric target', 'Goal value', 'Meta', 'Valor objetivo', 'Valor de destino'],
  current: ['Current', 'Current value', 'Actual', 'Latest value', 'Progress value', 'Valor actual'],
  progress: ['Progress', 'Progress %', 'Progress (%)', 'Score', 'Progreso', 'Avance'],
  unit: ['Unit', 'Metric name', 'Metric', 'Metric unit', 'Unidad', 'Métrica', 'Nombre de la métrica'],
  description: ['Description', 'Descripción'],
  weight: ['Weight', 'Peso', 'Ponderación'],
  note: ['Check-in note', 'Check-in notes', 'Last check-in note', 'Latest check-in', 'Latest update', 'Note', 'Notes', 'Nota de check-in', 'Nota', 'Comentario'],
  checkedOn: ['Last check-in', 'Last check-in date', 'Check-in date', 'Last updated', 'Updated on', 'Fecha de check-in', 'Último check-in', 'Última actualización'],
  status: ['Status', 'Estado']
} as const;

type Field = keyof typeof HEADINGS;
const FIELDS = Object.keys(HEADINGS) as Field[];
const HEADING_WITHIN = 10;

function fieldOf(heading: string): Field | undefined {
  const plain = plainText(heading);
  return plain === '' ? undefined : FIELDS.find(field => HEADINGS[field].some(one => plainText(one) === plain));
}

interface Found {
  readonly heading: number;
  readonly columns: Partial<Record<Field, number>>;
}

function findHeadings(sheet: Sheet): Found | null {
  for (let index = 0; index < Math.min(HEADING_WITHIN, sheet.rows.length); index++) {
    const columns: Partial<Record<Field, number>> = {};
    sheet.rows[index].forEach((cell, at) => {
      const field = typeof cell === 'string' ? fieldOf(cell) : undefined;
      if (field && columns[field] === undefined) columns[field] = at;
    });
    if (columns.title !== undefined && columns.type !== undefined && Object.keys(columns).length >= 4) return { heading: index, columns };
  }
  return null;
}

/** The sheet that is an export of Viva Goals; `null` when there is none. */
export function findVivaSheet(sheets: readonly Sheet[]): Sheet | null {
  return sheets.find(sheet => findHeadings(sheet) !== null) || null;
}

type Kind = 'objective' | 'keyResult' | 'other';

function kindOf(type: string): Kind {
  const plain = plainText(type);
  if (['keyresult', 'kr', 'kpi', 'resultadoclave', 'resultado', 'metric'].indexOf(plain) >= 0) return 'keyResult';
  return /objective|objetivo|^goal$|^okr$|bigrock/.test(plain) ? 'objective' : 'other';
}

interface Item {
  readonly row: number;
  readonly kind: Kind;
  readonly cells: (field: Field) => CellValue;
  readonly text: (field: Field) => string;
  /** Depth below the top, filled as parents are found. */
  parent: Item | null;
  code: string;
}

const asColumn = (name: string, header: string, kind: TableColumn['kind']): TableColumn => ({ name, header, kind });

class VivaReader {
  private readonly rows: FileRow[] = [];
  private readonly taken: Record<'StrategicObjectives' | 'TacticalObjectives' | 'KeyResults', Map<string, string>>;
  private readonly processes: readonly StoredRow[];

  public constructor(private readonly sheet: Sheet, private readonly found: Found, private readonly plan: string, site: SiteRows) {
    const titles = (list: ListName): Map<string, string> => new Map((site.get(list) || [])
      .filter(({ key }) => key.indexOf(`${plan}/`) === 0).map(({ key, values }): [string, string] => [codeOf(key), plainText(textOf(values, 'Title'))]));
    this.taken = { StrategicObjectives: titles('StrategicObjectives'), TacticalObjectives: titles('TacticalObjectives'), KeyResults: titles('KeyResults') };
    this.processes = site.get('Processes') || [];
  }

  public read(): FileRow[] {
    const items = this.items();
    this.link(items);
    for (const item of items) if (item.kind === 'objective') this.objective(item);
    for (const item of items) {
      if (item.kind === 'keyResult') this.keyResult(item);
      else if (item.kind === 'other') this.refuse(item, { kind: 'vivaType', severity: 'error', found: shown(item.text('type')) });
    }
    return inOrder(this.rows);
  }

  private items(): Item[] {
    const { heading, columns } = this.found;
    const items: Item[] = [];
    this.sheet.rows.slice(heading + 1).forEach((cells, index) => {
      const cell = (field: Field): CellValue => (columns[field] === undefined ? null : cells[columns[field] as number] ?? null);
      const text = (field: Field): string => cellText(cell(field));
      if (text('title') !== '') items.push({ row: heading + index + 2, kind: kindOf(text('type')), cells: cell, text, parent: null, code: '' });
    });
    return items;
  }

  /** A parent is named by its id or its title; a key result without one belongs to the objective above it. */
  private link(items: readonly Item[]): void {
    const known = new Map<string, Item>();
    for (const item of items) {
      if (item.kind !== 'objective') continue;
      for (const name of [item.text('id'), item.text('title')]) if (name !== '' && !known.has(plainText(name))) known.set(plainText(name), item);
    }
    let above: Item | null = null;
    for (const item of items) {
      const named = item.text('parent');
      const parent = named === '' ? null : known.get(plainText(named)) || null;
      item.parent = parent !== null && !isUnder(parent, item) ? parent : item.kind === 'keyResult' && named === '' ? above : null;
      if (item.kind === 'objective') above = item;
    }
  }

  private codeFor(list: 'StrategicObjectives' | 'TacticalObjectives' | 'KeyResults', title: string, stem: string): string {
    const taken = this.taken[list];
    const plain = plainText(title);
    const form = new RegExp(`^${stem}\\d+$`);
    const known = Array.from(taken.entries()).find(([code, of]) => of === plain && form.test(code));
    if (known) return known[0];
    const written = /^\s*(OE\d+(?:-OT\d+(?:-R\d+)?)?)\b/i.exec(title);
    const own = written && form.test(written[1].toUpperCase()) ? written[1].toUpperCase() : null;
    let number = 1;
    while (taken.has(`${stem}${number}`)) number += 1;
    const code = own ?? `${stem}${number}`;
    taken.set(code, plain);
    return code;
  }

  /** First level: strategic. Below it: tactical. What lies deeper hands its key results up to the tactical one. */
  private objective(item: Item): void {
    if (item.code !== '') return;
    const { parent } = item;
    if (parent === null) {
      item.code = this.codeFor('StrategicObjectives', item.text('title'), 'OE');
      this.add('StrategicObjectives', item, { ...this.shared(item, item.code), Owner0: mailOf(item.text('owner')) }, []);
      return;
    }
    this.objective(parent);
    if (parent.code.indexOf('-') > 0) {
      item.code = parent.code;
      this.refuse(item, { kind: 'vivaLevel', severity: 'error', found: parent.code });
      return;
    }
    item.code = this.codeFor('TacticalObjectives', item.text('title'), `${parent.code}-OT`);
    this.add('TacticalObjectives', item, { ...this.shared(item, item.code), StrategicObjective: parent.code }, []);
  }

  /** A strategic objective with key results of its own gets one tactical objective of its name to hold them. */
  private tacticalOf(objective: Item): string {
    if (objective.code.indexOf('-') > 0) return objective.code;
    const before = this.taken.TacticalObjectives.size;
    const code = this.codeFor('TacticalObjectives', objective.text('title'), `${objective.code}-OT`);
    const isThere = this.rows.some(row => row.list === 'TacticalObjectives' && row.values.Code === code);
    if (this.taken.TacticalObjectives.size > before && !isThere) {
      this.add('TacticalObjectives', objective, { ...this.shared(objective, code), StrategicObjective: objective.code }, []);
    }
    return code;
  }

  private keyResult(item: Item): void {
    if (item.parent === null) {
      this.refuse(item, { kind: 'vivaNoParent', severity: 'error' });
      return;
    }
    const tactical = this.tacticalOf(item.parent);
    const issues: Issue[] = [];
    const number = (field: Field, name: string, header: string): number | null => {
      const read = readCell(item.cells(field), asColumn(name, header, 'number'));
      if (!read.ok) issues.push(read.issue);
      return read.ok && typeof read.value === 'number' ? read.value : null;
    };
    const [from, target] = [number('from', 'Baseline', 'Línea base'), number('target', 'Target', 'Meta')];
    const code = this.codeFor('KeyResults', item.text('title'), `${tactical}-R`);
    const process = this.processOf(item);
    const owner = item.text('team') || item.text('owner');
    if (process === '' && owner !== '') issues.push({ kind: 'vivaOwner', severity: 'warning', found: shown(owner) });
    const values: Record<string, PlainValue> = {
      ...this.shared(item, code), TacticalObjective: tactical, Processes: process === '' ? [] : [process],
      Direction: from !== null && target !== null && target < from ? 'Decrease' : from === null && target === null ? 'Milestone' : 'Increase', Accumulation: 'Latest',
      Unit: item.text('unit').slice(0, 60), Baseline: from, Target: target
    };
    if (values.Direction === 'Milestone') values.Stages = `1; ${item.text('title')}`;
    delete values.Statement;
    for (const [field, name, header] of [['start', 'StartDate', 'Inicio'], ['end', 'EndDate', 'Fin']] as const) {
      const read = readCell(item.cells(field), asColumn(name, header, 'day'));
      if (!read.ok) issues.push(read.issue);
      else if (read.value !== null) values[name] = read.value;
    }
    this.add('KeyResults', item, values, issues);
    this.checkIn(item, code, process, values.Direction === 'Milestone');
  }

  /** What was reported last, in the quarter it was reported in. */
  private checkIn(item: Item, code: string, process: string, isMilestone: boolean): void {
    const day = parseDay(cellText(item.cells('checkedOn')));
    const value = readCell(item.cells('current'), asColumn('Value', 'Valor', 'number'));
    const note = item.text('note');
    const current = value.ok && typeof value.value === 'number' ? value.value : null;
    const isDone = /^(100|1)\s*%?$/.test(item.text('progress').replace(/[.,]0+/, ''));
    if (day === null || (current === null && !isMilestone) || (isMilestone && !isDone && note === '')) return;
    const issues: Issue[] = process === '' ? [{ kind: 'empty', severity: 'error', column: 'Proceso' }] : [];
    const quarter = quarterOf(day);
    this.add('CheckIns', item, {
      KeyResult: code, Process: process, Quarter: quarter, Value: isMilestone ? null : current, StagesDone: isMilestone && isDone ? '1' : '', Narrative: note,
      ReportedOn: `${day}T17:00:00Z`, ClientKey: `viva-${fingerprint([this.plan, code, day, String(current)])}`
    }, issues);
  }

  private shared(item: Item, code: string): Record<string, PlainValue> {
    const weight = readCell(item.cells('weight'), asColumn('Weight', 'Peso', 'number'));
    return {
      Plan: this.plan, Code: code, Title: item.text('title').slice(0, 255),
      ...(item.text('description') === '' ? {} : { Statement: item.text('description') }),
      ...(weight.ok && typeof weight.value === 'number' && weight.value >= 0 ? { Weight: weight.value } : {})
    };
  }

  /** The team that is a process, or the process its owner leads or belongs to. */
  private processOf(item: Item): string {
    const teams = item.text('team').split(/[;,|]/).map(plainText);
    const byTeam = this.processes.find(({ key, values }) => teams.indexOf(plainText(key)) >= 0 || (textOf(values, 'FullName') !== '' && teams.indexOf(plainText(textOf(values, 'FullName'))) >= 0));
    if (byTeam) return byTeam.key;
    const owner = personName(item.text('owner'));
    if (owner === '') return '';
    const byOwner = this.processes.find(({ values }) => textOf(values, 'Leader') === owner || (Array.isArray(values.Members) && (values.Members as readonly string[]).indexOf(owner) >= 0));
    return byOwner ? byOwner.key : '';
  }

  private add(list: ListName, item: Item, values: PlainRow, issues: readonly Issue[]): void {
    const filled = completed(tableOf(list), values, this.plan);
    this.rows.push({ list, sheet: this.sheet.name, row: item.row, key: keyOf(list, filled), values: filled, issues });
  }

  private refuse(item: Item, issue: Issue): void {
    const list: ListName = item.kind === 'objective' ? 'TacticalObjectives' : 'KeyResults';
    this.rows.push({ list, sheet: this.sheet.name, row: item.row, key: `#${item.row}`, values: { Title: item.text('title') }, issues: [issue] });
  }
}

function isUnder(item: Item, other: Item): boolean {
  for (let above: Item | null = item; above; above = above.parent) if (above === other) return true;
  return false;
}

/** An owner that is no e-mail address names nobody a directory could find. */
function mailOf(text: string): string {
  const name = personName(text);
  return name.indexOf('@') > 0 ? name : '';
}

/** Reads a workbook as what it is: an export of Viva Goals, or our own sheets. */
export async function readAnyWorkbook(sheets: readonly Sheet[], options: ParseOptions, site: SiteRows): Promise<ParsedWorkbook> {
  const viva = findVivaSheet(sheets);
  const found = viva && findHeadings(viva);
  if (!viva || !found) return readWorkbook(sheets, options);
  const rows = new VivaReader(viva, found, options.plan, site).read();
  return { rows, sheetIssues: [], sheets: [{ name: viva.name, list: 'KeyResults', rows: rows.length }], source: 'vivaGoals' };
}
