import { groupBy } from '../grouping';
import type { KeyResult } from '../model';
import { hasTarget } from '../progress';
import { targetWithoutHistory } from '../targets';
import {
  cellText, type Cells, changeOf, type Finding, type FindingRow, IN_THE_ROW, mendBy, type QualityInput, type RowIndex
} from './finding';

const keyResultRow = ({ id, code }: KeyResult): FindingRow => ({ list: 'KeyResults', id, name: code });

/** Key results that count: active, with figures of their own. */
function counting({ keyResults }: QualityInput): KeyResult[] {
  return keyResults.filter(({ active, sameMeasureAs }) => active && sameMeasureAs === null);
}

/** Thirteen without a responsible are one thing to know, not thirteen alarms. */
function noResponsible(input: QualityInput): Finding[] {
  const rows = input.keyResults.filter(({ active, processes }) => active && processes.length === 0).map(keyResultRow);
  return rows.length === 0 ? [] : [{
    id: 'noResponsible', kind: 'noResponsible', severity: 'confuses', effect: 'nobodyReports', rows, column: 'Processes', found: null,
    remedy: { kind: 'part', part: 'responsables' }
  }];
}

function targetMissing(input: QualityInput): Finding[] {
  const rows = counting(input).filter(keyResult => !hasTarget(keyResult)).map(keyResultRow);
  return rows.length === 0 ? [] : [{
    id: 'targetMissing', kind: 'targetMissing', severity: 'confuses', effect: 'notInAverages', rows, column: 'Target', found: null,
    remedy: { kind: 'part', part: 'metas' }
  }];
}

function emptyObjectives({ strategicObjectives, tacticalObjectives, keyResults }: QualityInput): Finding[] {
  const empty: FindingRow[] = [
    ...strategicObjectives.filter(({ code }) => !tacticalObjectives.some(one => one.strategicObjective === code))
      .map(({ id, code }): FindingRow => ({ list: 'StrategicObjectives', id, name: code })),
    ...tacticalObjectives.filter(({ code }) => !keyResults.some(one => one.active && one.tacticalObjective === code))
      .map(({ id, code }): FindingRow => ({ list: 'TacticalObjectives', id, name: code }))
  ];
  return empty.map(row => ({
    id: `noKeyResults:${row.list}/${row.id}`, kind: 'noKeyResults', severity: 'confuses', effect: 'noAverage', rows: [row], column: null,
    found: null, remedy: IN_THE_ROW
  }));
}

interface Weighing extends FindingRow {
  readonly weight: number;
}

/** An average over things that all weigh nothing is none. Weights below zero are the parsers' to tell. */
function weightless(input: QualityInput, rows: RowIndex): Finding[] {
  const { strategicObjectives, tacticalObjectives } = input;
  const groups: [FindingRow, Weighing[]][] = [
    ...tacticalObjectives.map(({ id, code }): [FindingRow, Weighing[]] => [
      { list: 'TacticalObjectives', id, name: code },
      counting(input).filter(one => one.tacticalObjective === code).map(one => ({ ...keyResultRow(one), weight: one.weight }))
    ]),
    ...strategicObjectives.map(({ id, code }): [FindingRow, Weighing[]] => [
      { list: 'StrategicObjectives', id, name: code },
      tacticalObjectives.filter(one => one.strategicObjective === code)
        .map(one => ({ list: 'TacticalObjectives' as const, id: one.id, name: one.code, weight: one.weight }))
    ]),
    [
      { list: 'Plans', id: input.plan.id, name: input.plan.code },
      strategicObjectives.map(({ id, code, weight }) => ({ list: 'StrategicObjectives' as const, id, name: code, weight }))
    ]
  ];
  return groups.filter(([, parts]) => parts.length > 0 && parts.every(({ weight }) => weight === 0)).map(([whole, parts]) => {
    const changes = parts.flatMap(({ list, id, name }) => {
      const row = rows.find(list, id);
      return row ? [changeOf(row, name, { Weight: 1 })] : [];
    });
    return {
      id: `weightsZero:${whole.list}/${whole.id}`, kind: 'weightsZero', severity: 'changesFigures', effect: 'noAverage',
      rows: [whole, ...parts.map(({ list, id, name }) => ({ list, id, name }))], column: 'Weight', found: '0',
      remedy: changes.length === parts.length ? mendBy(...changes) : IN_THE_ROW
    };
  });
}

function outsidePlan(input: QualityInput, rows: RowIndex): Finding[] {
  const { plan } = input;
  return input.keyResults.filter(({ start, end }) => start < plan.start || end > plan.end).map(keyResult => {
    const row = rows.find('KeyResults', keyResult.id);
    const after: Record<string, string> = {};
    // One that lies outside altogether has no part within the plan to be cut to.
    const within = keyResult.start <= plan.end && keyResult.end >= plan.start;
    if (keyResult.start < plan.start) after.StartDate = plan.start;
    if (keyResult.end > plan.end) after.EndDate = plan.end;
    return {
      id: `datesOutsidePlan:KeyResults/${keyResult.id}`, kind: 'datesOutsidePlan', severity: 'changesFigures', effect: 'looksUnexplained',
      rows: [keyResultRow(keyResult)], column: keyResult.start < plan.start ? 'StartDate' : 'EndDate',
      found: keyResult.start < plan.start ? keyResult.start : keyResult.end,
      remedy: row && within ? mendBy(changeOf(row, keyResult.code, after)) : IN_THE_ROW
    };
  });
}

function nobodyIn({ processes }: QualityInput): Finding[] {
  return processes.filter(({ leader, members }) => leader === null && members.length === 0).map(({ id, code }) => ({
    id: `noMembers:Processes/${id}`, kind: 'noMembers', severity: 'confuses', effect: 'nobodyReports',
    rows: [{ list: 'Processes', id, name: code }], column: 'Members', found: null, remedy: IN_THE_ROW
  }));
}

const wordsOf = (title: string): string =>
  title.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Two key results that say the same, each with figures of its own: one of them should show the other's. */
function sameWording(input: QualityInput, rows: RowIndex): Finding[] {
  const groups = groupBy(counting(input), ({ title }) => wordsOf(title));
  const reported = (keyResult: KeyResult): boolean =>
    rows.of('CheckIns').some(one => one.cells.KeyResult === keyResult.id) || input.checkIns.some(one => one.keyResult === keyResult.code);
  return Array.from(groups.values()).filter(group => group.length > 1).map(group => {
    const measured = group.filter(reported);
    // An alias takes no reports: one that has some cannot become one without losing them.
    const measure = measured[0] || group.find(({ processes }) => processes.length > 0) || group[0];
    const other = group.length === 2 && measured.length < 2 ? group.find(one => one !== measure) : undefined;
    const row = other && rows.find('KeyResults', other.id);
    return {
      id: `sameWording:KeyResults/${group[0].id}`, kind: 'sameWording', severity: measured.length > 1 ? 'changesFigures' : 'confuses',
      effect: 'countsTwice', rows: group.map(keyResultRow), column: 'SameMeasureAs', found: null,
      remedy: other && row ? mendBy(changeOf(row, other.code, { SameMeasureAs: measure.id })) : IN_THE_ROW
    };
  });
}

function unexplainedTargets(input: QualityInput, rows: RowIndex): Finding[] {
  const codes = new Map(input.keyResults.map(({ id, code }) => [id, code]));
  const changes = rows.of('TargetChanges').flatMap(({ id, cells }) => {
    const keyResult = codes.get(Number(cells.KeyResult));
    const number = (column: string): number | null => (typeof cells[column] === 'number' ? cells[column] as number : null);
    return keyResult === undefined ? [] : [{
      id, keyResult, oldTarget: number('OldTarget'), newTarget: number('NewTarget'), reason: '', author: null,
      effectiveOn: typeof cells.EffectiveOn === 'string' ? cells.EffectiveOn : ''
    }];
  });
  return counting(input).filter(keyResult => targetWithoutHistory(keyResult, changes)).map(keyResult => ({
    id: `targetWithoutHistory:KeyResults/${keyResult.id}/Target`, kind: 'targetWithoutHistory', severity: 'confuses', effect: 'looksUnexplained',
    rows: [keyResultRow(keyResult)], column: 'Target', found: keyResult.target === null ? null : String(keyResult.target),
    remedy: { kind: 'history', keyResult: keyResult.code }
  }));
}

/** Of the objectives and key results. */
export function planFindings(input: QualityInput, rows: RowIndex): Finding[] {
  return [
    ...weightless(input, rows), ...outsidePlan(input, rows), ...sameWording(input, rows), ...unexplainedTargets(input, rows),
    ...noResponsible(input), ...targetMissing(input), ...emptyObjectives(input), ...nobodyIn(input)
  ];
}

/**
 * Key results' rows after one of those with the same code was chosen to stay: the others take the next free code of their objective and
 * become inactive. Written in this order, since keys are unique.
 * @param keep id of the row that stays
 */
export function separated(code: string, ids: readonly number[], keep: number, planCode: string, rows: RowIndex): ReturnType<typeof changeOf>[] {
  const taken = new Set(rows.of('KeyResults').map(row => cellText(row, 'Code')));
  const objective = code.slice(0, code.lastIndexOf('-'));
  const nextFree = (): string => {
    for (let number = 1; ; number++) {
      const candidate = `${objective}-R${number}`;
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  };
  const others = ids.filter(id => id !== keep).flatMap(id => {
    const row = rows.find('KeyResults', id);
    if (!row) return [];
    const free = nextFree();
    return [changeOf(row, code, { Code: free, Key0: `${planCode}/${free}`, Active: false })];
  });
  const kept = rows.find('KeyResults', keep);
  if (!kept) return others;
  const after: Cells = { Code: code, Key0: `${planCode}/${code}` };
  const same = Object.keys(after).every(column => kept.cells[column] === after[column]);
  return same ? others : [...others, changeOf(kept, code, after)];
}
