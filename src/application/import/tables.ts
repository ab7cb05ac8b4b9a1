import type { ListName } from '../../domain';
import {
  accumulationForms, accumulations, type Choices, confidences, decisionStates, directions, indicatorKinds, lights, quarterStates, senses, verdicts
} from '../../domain/choices';

export type ColumnKind =
  | 'text' | 'note' | 'number' | 'day' | 'moment' | 'yesNo' | 'choice' | 'topics'
  | 'reference' | 'references' | 'person' | 'people' | 'link'
  /** A number that is another row's id; a file names that row by its key. */
  | 'rowId';

/** A column of a list as workbooks have it. */
export interface TableColumn {
  /** Internal name. */
  readonly name: string;
  /** Heading in a workbook; the column's title in the list. */
  readonly header: string;
  /** Other headings that are understood. */
  readonly also?: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: true;
  readonly choices?: Choices<string>;
  /** Of a reference: where it leads. */
  readonly list?: ListName;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Made from other columns: written, but not in workbooks. */
  readonly derived?: true;
  /** Value of a new row whose file says nothing. */
  readonly initial?: string | number | boolean;
}

/** A list as workbooks have it. */
export interface ListTable {
  readonly list: ListName;
  /** Name of the sheet; the list's title. */
  readonly sheet: string;
  readonly also: readonly string[];
  readonly columns: readonly TableColumn[];
  /** Rows belong to a plan: a sheet begins with a column that names it. `own`: that column is one of the list's. */
  readonly plan: 'none' | 'own' | 'byReference';
}

const NOTE_LENGTH = 63999;

type Extra = Partial<Omit<TableColumn, 'name' | 'header' | 'kind'>>;
const text = (name: string, header: string, maxLength = 255, extra: Extra = {}): TableColumn => ({ name, header, kind: 'text', maxLength, ...extra });
const note = (name: string, header: string, extra: Extra = {}): TableColumn => ({ name, header, kind: 'note', maxLength: NOTE_LENGTH, ...extra });
const number = (name: string, header: string, extra: Extra = {}): TableColumn => ({ name, header, kind: 'number', ...extra });
const day = (name: string, header: string, extra: Extra = {}): TableColumn => ({ name, header, kind: 'day', ...extra });
const moment = (name: string, header: string, extra: Extra = {}): TableColumn => ({ name, header, kind: 'moment', ...extra });
const choice = (name: string, header: string, choices: Choices<string>, extra: Extra = {}): TableColumn => ({ name, header, kind: 'choice', choices, ...extra });
const reference = (name: string, header: string, list: ListName, extra: Extra = {}): TableColumn => ({ name, header, kind: 'reference', list, ...extra });
const key = (name: string): TableColumn => ({ name, header: 'Clave', kind: 'text', maxLength: 80, derived: true });
const required = { required: true } as const;

const plan = reference('Plan', 'Plan', 'Plans', { also: ['Código del plan', 'Plan code', 'Period', 'Periodo'], ...required });
const keyResult = reference('KeyResult', 'Resultado clave', 'KeyResults', { also: ['KR', 'Código del resultado', 'Key result'], ...required });
const quarter = text('Quarter', 'Trimestre', 20, { also: ['Quarter', 'Periodo'], ...required });
const weight = number('Weight', 'Peso', { also: ['Weight', 'Ponderación'], min: 0, initial: 1 });
const order = number('Order0', 'Orden', { also: ['Order'], min: 0 });
const code = (length: number): TableColumn => text('Code', 'Código', length, { also: ['Code', 'Cod', 'ID'], ...required });

/** Every list, each after those it points to: the order in which rows can be written. */
export const TABLES: readonly ListTable[] = [
  {
    list: 'Plans', sheet: 'Planes', also: ['Plan', 'Plans'], plan: 'none',
    columns: [
      code(20), text('Title', 'Nombre', 255, { also: ['Título', 'Name', 'Title'], ...required }), note('Purpose', 'Propósito'), note('Vision', 'Visión'),
      note('Slogan', 'Eslogan'), day('StartDate', 'Inicio', { also: ['Fecha de inicio', 'Start date'], ...required }),
      day('EndDate', 'Fin', { also: ['Fecha de fin', 'Fecha final', 'End date'], ...required }),
      number('GreenFrom', 'Verde desde', { min: 0, max: 1, initial: 0.9 }), number('YellowFrom', 'Amarillo desde', { min: 0, max: 1, initial: 0.6 }),
      number('GraceDays', 'Días de plazo', { min: 0, max: 90, initial: 10 })
    ]
  },
  {
    list: 'Processes', sheet: 'Procesos', also: ['Proceso', 'Processes', 'Áreas'], plan: 'none',
    columns: [
      text('Title', 'Código', 255, { also: ['Proceso', 'Code', 'Sigla'], ...required }), text('FullName', 'Nombre completo', 255, { also: ['Nombre'] }),
      { name: 'Leader', header: 'Líder', also: ['Leader'], kind: 'person' },
      { name: 'Members', header: 'Integrantes', also: ['Miembros', 'Members'], kind: 'people' },
      { name: 'OperativePlanUrl', header: 'Plan operativo', kind: 'link' }, order
    ]
  },
  {
    list: 'StrategicObjectives', sheet: 'Objetivos estratégicos', also: ['OE', 'Objetivo estratégico', 'Strategic objectives'], plan: 'own',
    columns: [
      plan, code(20), key('Key0'), text('Title', 'Nombre', 255, { also: ['Título', 'Title'], ...required }), note('Statement', 'Enunciado', { also: ['Objetivo', 'Descripción'] }),
      { name: 'Owner0', header: 'Responsable', also: ['Owner', 'Líder'], kind: 'person' }, weight, order
    ]
  },
  {
    list: 'TacticalObjectives', sheet: 'Objetivos tácticos', also: ['OT', 'Objetivo táctico', 'Tactical objectives'], plan: 'byReference',
    columns: [
      code(30), key('Key0'), reference('StrategicObjective', 'Objetivo estratégico', 'StrategicObjectives', { also: ['OE'], ...required }),
      text('Title', 'Nombre', 255, { also: ['Título', 'Title'], ...required }), note('Statement', 'Enunciado', { also: ['Objetivo', 'Descripción'] }), weight, order
    ]
  },
  {
    list: 'Indicators', sheet: 'Indicadores', also: ['Indicadores del plan de desarrollo', 'Indicators', 'Plan Indicativo'], plan: 'own',
    columns: [
      plan, code(20), key('Key0'), text('Title', 'Indicador', 255, { also: ['Nombre', 'Title'], ...required }), choice('Kind', 'Tipo', indicatorKinds, required),
      text('Unit', 'Unidad', 60), choice('AccumulationForm', 'Forma de acumulación', accumulationForms, required),
      choice('Sense', 'Sentido', senses, { initial: 'Creciente' }), number('Baseline', 'Línea base'), number('PlanTarget', 'Meta del plan'),
      number('Weight', 'Peso', { min: 0, initial: 0 }), text('Program', 'Programa')
    ]
  },
  {
    list: 'IndicatorYears', sheet: 'Indicadores por año', also: ['Indicator years'], plan: 'byReference',
    columns: [
      text('Title', 'Título', 255, { derived: true }), reference('Indicator', 'Indicador', 'Indicators', required),
      number('Year', 'Año', { min: 2000, max: 2100, ...required }), number('Target', 'Meta del año'), number('Achieved', 'Logro'),
      number('CutMonth', 'Mes de corte', { min: 1, max: 12, initial: 12 })
    ]
  },
  {
    list: 'KeyResults', sheet: 'Resultados clave', also: ['KR', 'Resultado clave', 'Key results', 'Resultados'], plan: 'byReference',
    columns: [
      code(40), key('Key0'), reference('TacticalObjective', 'Objetivo táctico', 'TacticalObjectives', { also: ['OT'], ...required }),
      text('Title', 'Resultado clave', 255, { also: ['Nombre', 'Título', 'Title', 'Resultado'], ...required }),
      { name: 'Processes', header: 'Procesos', also: ['Proceso', 'Responsables', 'Responsable'], kind: 'references', list: 'Processes' },
      choice('Direction', 'Dirección', directions, { also: ['Direction', 'Sentido'], initial: 'Increase' }),
      choice('Accumulation', 'Acumulación', accumulations, { also: ['Accumulation'], initial: 'Latest' }),
      text('Unit', 'Unidad', 60, { also: ['Unit', 'Unidad de medida'] }), number('Baseline', 'Línea base', { also: ['Baseline', 'LB'] }),
      number('Target', 'Meta', { also: ['Target', 'Meta del plan'] }), number('CriticalLimit', 'Límite crítico'),
      note('Stages', 'Etapas'), note('Scale', 'Escala'),
      day('StartDate', 'Inicio', { also: ['Fecha de inicio', 'Start date'] }), day('EndDate', 'Fin', { also: ['Fecha de fin', 'Fecha final', 'End date'] }),
      weight, reference('SameMeasureAs', 'Mide lo mismo que', 'KeyResults', { also: ['Mismo que'] }),
      reference('Indicator', 'Indicador', 'Indicators'), { name: 'Topics', header: 'Temas', kind: 'topics' },
      note('SourceNote', 'Nota de la fuente', { also: ['Nota'] }), { name: 'Active', header: 'Activo', kind: 'yesNo', initial: true }
    ]
  },
  {
    list: 'Quarters', sheet: 'Trimestres', also: ['Trimestre', 'Quarters'], plan: 'own',
    columns: [
      plan, text('Title', 'Trimestre', 20, { also: ['Código', 'Quarter'], ...required }), key('Key0'), day('StartDate', 'Inicio'), day('EndDate', 'Fin'),
      choice('State', 'Estado', quarterStates, { initial: 'open' }), moment('ClosedOn', 'Cerrado el'),
      { name: 'LastCheckInId', header: 'Último reporte', kind: 'rowId', list: 'CheckIns' }, note('ReopenReason', 'Motivo de reapertura')
    ]
  },
  {
    list: 'CheckIns', sheet: 'Reportes de avance', also: ['Reportes', 'Avances', 'Check-ins', 'CheckIns'], plan: 'byReference',
    columns: [
      text('Title', 'Reporte', 255, { derived: true }), keyResult, reference('Process', 'Proceso', 'Processes', required), quarter,
      number('Value', 'Valor', { also: ['Value', 'Avance'] }), text('StagesDone', 'Etapas terminadas'),
      choice('Confidence', 'Confianza', confidences), note('Narrative', 'Qué se hizo', { also: ['Descripción', 'Narrativa'] }),
      note('Obstacles', 'Dificultades'), note('NextStep', 'Próximo paso'), note('Evidence', 'Evidencias', { also: ['Evidencia'] }),
      moment('ReportedOn', 'Fecha del reporte', { also: ['Fecha'] }), text('ClientKey', 'Clave del reporte', 64, { also: ['Clave'] })
    ]
  },
  {
    list: 'Reviews', sheet: 'Revisiones', also: ['Reviews'], plan: 'none',
    columns: [
      text('Title', 'Revisión', 255, { derived: true }), reference('CheckIn', 'Clave del reporte', 'CheckIns', required),
      text('Version0', 'Versión del reporte', 20, required), choice('Verdict', 'Veredicto', verdicts, required), note('Note', 'Motivo'), quarter
    ]
  },
  {
    list: 'Cutoffs', sheet: 'Cortes', also: ['Cutoffs'], plan: 'byReference',
    columns: [
      text('Title', 'Corte', 255, { derived: true }), keyResult, quarter, key('Key0'), number('Value', 'Valor'), number('Progress', 'Avance'),
      number('Expected', 'Avance esperado'), choice('Light', 'Semáforo', lights), choice('Confidence', 'Confianza', confidences),
      number('Target', 'Meta'), number('Baseline', 'Línea base'), number('YearSum', 'Suma del año'), text('PastYears', 'Años anteriores'),
      text('StagesDone', 'Etapas terminadas'), moment('LastReportedOn', 'Último reporte el'),
      { name: 'LastCheckInId', header: 'Último reporte', kind: 'rowId', list: 'CheckIns' }, text('LastQuarter', 'Trimestre del último reporte', 20),
      text('LastProcess', 'Proceso del último reporte', 40), number('Reports', 'Reportes', { min: 0 }), text('Trail', 'Avance por trimestre'),
      { name: 'Active', header: 'Contaba', kind: 'yesNo', initial: true }, number('Weight', 'Peso', { min: 0 }),
      number('TacticalWeight', 'Peso del objetivo táctico', { min: 0 }), number('StrategicWeight', 'Peso del objetivo estratégico', { min: 0 }),
      text('ProcessCodes', 'Procesos responsables'), number('GreenFrom', 'Verde desde', { min: 0 }), number('YellowFrom', 'Amarillo desde', { min: 0 })
    ]
  },
  {
    list: 'TargetChanges', sheet: 'Cambios de meta', also: ['Target changes'], plan: 'byReference',
    columns: [
      text('Title', 'Cambio', 255, { derived: true }), keyResult, number('OldTarget', 'Meta anterior'), number('NewTarget', 'Meta nueva'),
      note('Reason', 'Motivo', required), day('EffectiveOn', 'Vigente desde', required)
    ]
  },
  {
    list: 'ProgrammedTargets', sheet: 'Metas programadas', also: ['Programación', 'Programmed targets'], plan: 'byReference',
    columns: [
      text('Title', 'Meta programada', 255, { derived: true }), keyResult, quarter,
      number('Value', 'Valor acumulado', { also: ['Valor', 'Meta'], ...required })
    ]
  },
  {
    list: 'Decisions', sheet: 'Decisiones', also: ['Decisiones del comité', 'Decisions'], plan: 'byReference',
    columns: [
      text('Title', 'Decisión', 255, { also: ['Título'], ...required }), reference('KeyResult', 'Resultado clave', 'KeyResults', { also: ['KR'] }),
      reference('StrategicObjective', 'Objetivo estratégico', 'StrategicObjectives', { also: ['OE'] }),
      day('DecidedOn', 'Fecha de la decisión', { also: ['Fecha'], ...required }), reference('ResponsibleProcess', 'Proceso responsable', 'Processes', { also: ['Responsable'] }),
      day('DueDate', 'Fecha límite'), choice('State', 'Estado', decisionStates, { initial: 'Abierta' }), note('Detail', 'Detalle')
    ]
  }
];

const byList = new Map(TABLES.map(table => [table.list, table]));

export function tableOf(list: ListName): ListTable {
  const table = byList.get(list);
  if (!table) throw new Error(`No table for ${list}`);
  return table;
}

/** Heading of the column that names the plan where the list has none of its own. */
export const PLAN_COLUMN: TableColumn = { ...plan, name: 'Plan' };

/** Columns of a sheet, in order. */
export function sheetColumns(table: ListTable): readonly TableColumn[] {
  const own = table.columns.filter(column => !column.derived);
  return table.plan === 'byReference' ? [PLAN_COLUMN, ...own] : own;
}

/** Lists whose keys begin with the plan's code: in a file of one plan people write the code alone. */
export function isScoped(list: ListName): boolean {
  return ['StrategicObjectives', 'TacticalObjectives', 'KeyResults', 'Indicators', 'Quarters'].indexOf(list) >= 0;
}

/** SharePoint's titles that a program writes, from the row's own columns. */
export function titleFor(list: ListName, row: Readonly<Record<string, unknown>>): string {
  const shown = (name: string): string => {
    const value = row[name];
    const found = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return found.slice(found.indexOf('/') + 1);
  };
  switch (list) {
    case 'CheckIns': return `${shown('KeyResult')} · ${shown('Process')} · ${shown('Quarter')}`;
    case 'Reviews': return `${shown('CheckIn')} · ${shown('Version0')}`.slice(0, 255);
    case 'Cutoffs':
    case 'ProgrammedTargets': return `${shown('KeyResult')} · ${shown('Quarter')}`;
    case 'TargetChanges': return `${shown('KeyResult')}: ${shown('OldTarget') || '–'} → ${shown('NewTarget') || '–'}`;
    case 'IndicatorYears': return `${String(row.Indicator)}/${String(row.Year)}`;
    default: return shown('Title');
  }
}
