import * as texts from 'TableroStrings';
import type { Attention, Decision, KeyResultStatus } from '../../../../domain';
import { formatDay, formatPercent, plural, text } from '../../../formatting';
import type { Router } from '../../../routing';
import type { DashboardParts } from '../parts';

export interface AlsoEntry {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  /** What there is to know about it. */
  readonly note: string;
  /** Route of the page it leads to. */
  readonly to: string;
}

export interface AlsoGroup {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly entries: readonly AlsoEntry[];
}

type TextOf = Router['textOf'];

function entryOf(status: KeyResultStatus, note: string, textOf: TextOf): AlsoEntry {
  const { code, title } = status.keyResult;
  return { key: code, code, label: title, note, to: textOf({ page: 'keyResult', keyResult: code }) };
}

/** `5 son de OE5. 12 no tienen ningún reporte.` */
function withoutResponsibleNote(statuses: readonly KeyResultStatus[], objectiveOf: (status: KeyResultStatus) => string): string {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(objectiveOf(status), (counts.get(objectiveOf(status)) || 0) + 1);
  const [most] = Array.from(counts).sort((a, b) => b[1] - a[1]);
  const silent = statuses.filter(({ coverage }) => !coverage).length;
  return [
    most && counts.size > 1 && plural(texts.Needs_MostOf, most[1], { objective: most[0] }),
    silent > 0 && plural(texts.Needs_Silent, silent)
  ].filter(Boolean).join(' ');
}

function decisionEntry(decision: Decision, textOf: TextOf): AlsoEntry {
  const { keyResult, strategicObjective, due, responsible } = decision;
  return {
    key: String(decision.id),
    code: keyResult || strategicObjective || '',
    label: decision.title,
    note: responsible === null
      ? text(texts.Needs_DecisionDue, { day: formatDay(due || '') })
      : text(texts.Needs_DecisionDueBy, { day: formatDay(due || ''), process: responsible }),
    to: keyResult ? textOf({ page: 'keyResult', keyResult }) : textOf({ page: 'meeting', part: strategicObjective })
  };
}

/** What asks for attention beside the ranking; groups with nothing in them are left out. */
export function alsoGroups(found: Attention, { board, frozen }: DashboardParts, textOf: TextOf): AlsoGroup[] {
  const { tacticalObjectives } = board.workspace;
  const strategicOf = new Map(tacticalObjectives.map(({ code, strategicObjective }) => [code, strategicObjective]));
  const objectiveOf = ({ keyResult }: KeyResultStatus): string => strategicOf.get(keyResult.tacticalObjective) || '';
  const groups: AlsoGroup[] = [
    {
      id: 'decisiones', title: texts.Needs_Overdue, note: '',
      entries: found.overdueDecisions.map(decision => decisionEntry(decision, textOf))
    },
    {
      id: 'sin-responsable', title: texts.Needs_WithoutResponsible, note: withoutResponsibleNote(found.withoutResponsible, objectiveOf),
      // Who answers today says nothing of the closed quarter.
      entries: frozen && frozen.byTodaysWeights ? [] : found.withoutResponsible.map(status => entryOf(status, '', textOf))
    },
    {
      id: 'verdes', title: texts.Needs_LowConfidence, note: '',
      entries: found.lowConfidence.map(status => entryOf(
        status, text(texts.Needs_GreenBy, { progress: formatPercent(status.progress || 0), process: status.accumulated.lastProcess || '' }), textOf
      ))
    },
    {
      id: 'desactualizados', title: texts.Needs_Stale, note: '',
      entries: found.stale.map(status => entryOf(
        status,
        text(texts.Needs_SilentSince, { quarter: status.accumulated.lastQuarter || '–', processes: status.keyResult.processes.join(', ') || texts.Needs_Nobody }),
        textOf
      ))
    },
    {
      id: 'sin-reporte', title: texts.Needs_NeverReported, note: '',
      entries: found.neverReported.map(status => entryOf(status, status.keyResult.processes.join(', '), textOf))
    },
    {
      id: 'devueltos', title: texts.Needs_Returned, note: '',
      entries: found.returned.map(({ status, checkIn }) => ({
        ...entryOf(
          status,
          text(checkIn.reviewNote.trim() ? texts.Needs_ReturnedWhy : texts.Needs_ReturnedFrom, {
            process: checkIn.process || texts.Needs_Nobody, quarter: checkIn.quarter, note: checkIn.reviewNote.trim()
          }),
          textOf
        ),
        key: `${status.keyResult.code}-${checkIn.id}`
      }))
    },
    {
      id: 'sin-meta', title: texts.Needs_WithoutTarget, note: texts.Needs_WithoutTargetNote,
      entries: found.withoutTarget.map(status => entryOf(status, '', textOf))
    }
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
