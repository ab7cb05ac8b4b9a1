import type { ListName } from '../../domain';
import type { OutColumn, OutSheet } from '../workbook';
import { sheetColumns, type TableColumn, tableOf } from './tables';

/** Lists that people fill by hand; the others come with an export. */
const BY_HAND: readonly ListName[] = ['Processes', 'StrategicObjectives', 'TacticalObjectives', 'KeyResults', 'ProgrammedTargets', 'CheckIns', 'Decisions'];

export interface TemplateFacts {
  readonly plan: string;
  /** Codes of the processes, offered where one is asked for. */
  readonly processes: readonly string[];
  /** Codes of the plan's quarters. */
  readonly quarters: readonly string[];
  /** Lines of the sheet that explains. */
  readonly instructions: readonly string[];
}

function offered(column: TableColumn, { plan, processes, quarters }: TemplateFacts): readonly string[] | undefined {
  if (column.name === 'Plan') return [plan];
  if (column.name === 'Quarter') return quarters;
  // A cell that names several processes takes no list: it would refuse the second one.
  if (column.kind === 'reference' && column.list === 'Processes') return processes;
  if (column.kind === 'yesNo') return ['Sí', 'No'];
  return column.kind === 'choice' && column.choices ? Object.keys(column.choices) : undefined;
}

function columnOf(column: TableColumn, facts: TemplateFacts): OutColumn {
  const offer = offered(column, facts);
  const required = column.required === true && column.name !== 'Plan';
  return {
    header: required ? `${column.header} *` : column.header, required,
    width: column.kind === 'note' || column.name === 'Title' ? 40 : Math.max(14, column.header.length + 4),
    ...(offer && offer.length > 0 ? { offer } : {})
  };
}

/** An empty workbook to fill: a sheet per list with its headings, and one that says how. */
export function templateSheets(facts: TemplateFacts): OutSheet[] {
  const instructions: OutSheet = {
    name: 'Instrucciones', columns: [{ header: 'Cómo llenar esta plantilla', width: 110 }], rows: facts.instructions.map(line => [line])
  };
  return [instructions, ...BY_HAND.map((list): OutSheet => {
    const table = tableOf(list);
    return { name: table.sheet, columns: sheetColumns(table).map(column => columnOf(column, facts)), rows: [] };
  })];
}
