import type { ListName } from '../../domain';
import type { ColumnName } from '../schema';
import type { RowReader } from './row-reader';

/** Rows another list's lookups point to: code and plan by row id. */
export type Parents = ReadonlyMap<number, { readonly code: string; readonly plan: string }>;

export interface Belonging {
  /** Code of the row it hangs on. */
  readonly parent: string;
}

/**
 * What a row of the shown plan hangs on. A lookup that is empty or leads nowhere is made good by the row's own code or key where they leave
 * no doubt, and noted all the same. `null`: the row is of another plan, or (noted) nobody can say where it belongs.
 * @param guess code of the parent by the row's own code
 * @param key the row's Key0
 */
export function belongTo<L extends ListName>(
  reader: RowReader<L>, column: ColumnName<L>, parents: Parents, shown: { plan: string; onlyPlan: boolean }, guess: string, key: string
): Belonging | null {
  const id = reader.reference(column);
  const parent = id === null ? undefined : parents.get(id);
  if (parent) return parent.plan === shown.plan ? { parent: parent.code } : null;
  const keyPlan = key.indexOf('/') > 0 ? key.slice(0, key.indexOf('/')) : '';
  const ofShownPlan = keyPlan === shown.plan || (keyPlan === '' && shown.onlyPlan);
  if (keyPlan !== '' && !ofShownPlan && isKnownPlan(parents, keyPlan)) return null;
  const known = ofShownPlan && hasCode(parents, shown.plan, guess);
  reader.note(id === null ? 'empty' : 'danglingReference', column, known ? 'warning' : 'error', id === null ? null : `#${id}`);
  return known ? { parent: guess } : null;
}

function isKnownPlan(parents: Parents, plan: string): boolean {
  return [...parents.values()].some(parent => parent.plan === plan);
}

function hasCode(parents: Parents, plan: string, code: string): boolean {
  return [...parents.values()].some(parent => parent.plan === plan && parent.code === code);
}
