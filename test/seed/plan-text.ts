import * as fs from 'fs';
import * as path from 'path';

/**
 * Reads the excerpt of the plan (sections 4.1–4.3, the indicators of 4.5, 5.1, 5.2 and 6; plain text as published) without any
 * knowledge of plan.json, so that the seed can be checked against the text it was transcribed from.
 */

/** The order of the columns of the responsibility matrix. */
export const PROCESS_COLUMNS = ['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'INV'] as const;

/** Statements and wordings by code, as one section of the plan lists them. */
export interface PlanOutline {
  objectives: Map<string, { title: string; statement: string }>;
  tactical: Map<string, string>;
  keyResults: Map<string, string>;
}

/** One row of the responsibility matrix: the wording and the processes with a mark. */
export interface MatrixRow {
  wording: string;
  processes: string[];
}

/** The matrix of section 5.2: rows and OT statements by code, and how often a header had a merged cell. */
export interface PlanMatrix {
  rows: Map<string, MatrixRow>;
  tactical: Map<string, string>;
  headers: number;
  shiftedHeaders: number;
}

/** The whole excerpt. */
export const planText: string = fs.readFileSync(path.join(__dirname, 'plan-source.txt'), 'utf8');

const lines = planText.split('\n');

/** The lines of one section: from the line that starts with `from` to the one before `to`. */
export function section(from: string, to: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(from));
  const end = lines.findIndex((line, i) => i > start && line.startsWith(to));
  if (start < 0 || end < 0) throw new Error(`Section ${from} … ${to} is not in plan-source.txt`);
  return lines.slice(start, end);
}

/** Objectives and key results as sections 4.3 and 5.1 list them: indented bullets. */
export function parseOutline(body: string[]): PlanOutline {
  const outline: PlanOutline = { objectives: new Map(), tactical: new Map(), keyResults: new Map() };
  let oe = '';
  let ot = '';
  for (const line of body) {
    const objective = /^OE(\d): (.+)$/.exec(line);
    const tactical = /^- OT(\d): (.+)$/.exec(line);
    const keyResult = /^\s*(?:- )?R(\d):? (.+)$/.exec(line);
    if (objective) {
      oe = `OE${objective[1]}`;
      outline.objectives.set(oe, { title: objective[2], statement: '' });
    } else if (tactical) {
      ot = `${oe}-OT${tactical[1]}`;
      outline.tactical.set(ot, tactical[2]);
    } else if (keyResult) {
      outline.keyResults.set(`${ot}-R${keyResult[1]}`, keyResult[2]);
    } else if (oe && line.trim()) {
      const current = outline.objectives.get(oe);
      if (current && !current.statement) current.statement = line;
    }
  }
  return outline;
}

/** The matrix of section 5.2, read cell by cell. Where the header of a page is one cell wider, COOP covers two columns. */
export function parseMatrix(body: string[]): PlanMatrix {
  const matrix: PlanMatrix = { rows: new Map(), tactical: new Map(), headers: 0, shiftedHeaders: 0 };
  let columns: readonly string[] = [];
  let oe = '';
  let otNumber = 0;
  for (const line of body.filter((l) => l.includes('\t'))) {
    const cells = line.split('\t');
    if (cells[0].startsWith('Objetivos Estratégico')) continue;
    if (cells[3] === 'GCI') {
      const shifted = cells.length === 3 + PROCESS_COLUMNS.length + 1;
      columns = shifted ? ['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'COOP', 'INV'] : PROCESS_COLUMNS;
      matrix.headers += 1;
      if (shifted) matrix.shiftedHeaders += 1;
      continue;
    }
    const [objectiveCell, tacticalCell, keyResultCell, ...marks] = cells;
    const keyResult = /^R(\d):? (.+)$/.exec(keyResultCell);
    if (!keyResult) throw new Error(`Not a row of the matrix: ${line}`);
    const objective = /^OE ?(\d)/.exec(objectiveCell);
    if (objective && `OE${objective[1]}` !== oe) {
      oe = `OE${objective[1]}`;
      otNumber = 0;
    }
    // A page break can put the label of an OT beside its second row, so an R1 is what opens an OT; the label is checked where it is.
    if (keyResult[1] === '1') otNumber += 1;
    const ot = `${oe}-OT${otNumber}`;
    const label = /^OT(\d): (.+)$/.exec(tacticalCell);
    if (label && label[1] !== String(otNumber)) throw new Error(`Expected OT${otNumber}: ${line}`);
    if (label) matrix.tactical.set(ot, label[2]);
    else if (tacticalCell) matrix.tactical.set(ot, `${matrix.tactical.get(ot)} ${tacticalCell}`);
    const marked = marks.flatMap((mark, i) => (mark.trim() ? [`${columns[i]}${mark.trim() === 'x' ? '' : `?${mark}`}`] : []));
    matrix.rows.set(`${ot}-R${keyResult[1]}`, { wording: keyResult[2], processes: marked });
  }
  return matrix;
}

/** Wording without what is only typography: kind of quotes and a final full stop. */
export function typographyFree(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[.]$/, '').trim();
}
