import type { DueItem } from '../../../application/board';
import { asksForReport } from '../../../domain';
import type { KeyResult, Light, ProcessCode, TacticalObjective } from '../../../domain';
import { LIGHTS } from '../../components/light/light';

/** What narrows the list. Kept in the address, so that a link shows the same. */
export interface Filters {
  /** Code of a strategic objective; `null` for all. */
  readonly objective: string | null;
  /** Any of these; none chosen is all. */
  readonly lights: readonly Light[];
  /** Only what asks for a report. */
  readonly due: boolean;
  readonly search: string;
}

/** An entry of the list: a key result, and what a process owes on it. */
export interface ResultItem {
  readonly status: DueItem['status'];
  /** The process on screen; among all results one of the person's own, `null` when none of theirs answers for it. */
  readonly process: ProcessCode | null;
  /** What that process owes; `null` without one. */
  readonly due: DueItem['due'] | null;
}

const OBJECTIVE = 'objetivo';
const LIGHT = 'luz';
const DUE = 'pendientes';
const SEARCH = 'q';

/** Words in the address for the lights: people read links. */
const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  verde: 'verde', amarillo: 'amarillo', rojo: 'rojo', cumplido: 'cumplido', desactualizado: 'desactualizado', sinDato: 'sin-dato', sinMeta: 'sin-meta'
};

export function filtersIn(params: Readonly<Record<string, string>>): Filters {
  const wanted = (params[LIGHT] || '').split(',');
  return {
    objective: params[OBJECTIVE] || null,
    lights: LIGHTS.filter((light) => wanted.indexOf(LIGHT_WORDS[light]) >= 0),
    due: params[DUE] === '1',
    search: params[SEARCH] || ''
  };
}

export function paramsOf(filters: Filters): Record<string, string | null> {
  return {
    [OBJECTIVE]: filters.objective,
    [LIGHT]: filters.lights.map((light) => LIGHT_WORDS[light]).join(',') || null,
    [DUE]: filters.due ? '1' : null,
    [SEARCH]: filters.search.trim() || null
  };
}

export const NO_FILTERS: Filters = { objective: null, lights: [], due: false, search: '' };

export function isFiltered(filters: Filters): boolean {
  return filters.objective !== null || filters.lights.length > 0 || filters.due || filters.search.trim() !== '';
}

/** As people type: without case or accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
}

/** Every word typed is in the code, the wording, the unit or the topics. */
export function matchesSearch(keyResult: KeyResult, search: string): boolean {
  const words = plain(search).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return true;
  const text = plain([keyResult.code, keyResult.title, keyResult.unit, ...keyResult.topics].join(' '));
  return words.every((word) => text.indexOf(word) >= 0);
}

export interface FilteredResults {
  readonly items: readonly ResultItem[];
  /** What each chip would leave, given the objective and the search: the chips of a kind do not narrow each other. */
  readonly due: number;
  readonly lights: Readonly<Record<Light, number>>;
}

export function isDue(item: ResultItem): boolean {
  return item.due !== null && asksForReport(item.due);
}

export function filterResults(items: readonly ResultItem[], filters: Filters, tactical: ReadonlyMap<string, TacticalObjective>): FilteredResults {
  const within = items.filter(({ status: { keyResult } }) => {
    const parent = tactical.get(keyResult.tacticalObjective);
    return (filters.objective === null || (parent !== undefined && parent.strategicObjective === filters.objective))
      && matchesSearch(keyResult, filters.search);
  });
  const lights = LIGHTS.reduce((counts, light) => ({ ...counts, [light]: 0 }), {} as Record<Light, number>);
  for (const item of within) lights[item.status.light] += 1;
  return {
    items: within.filter((item) => (filters.lights.length === 0 || filters.lights.indexOf(item.status.light) >= 0) && (!filters.due || isDue(item))),
    due: within.filter(isDue).length,
    lights
  };
}
