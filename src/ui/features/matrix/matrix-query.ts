import type { Light, ProcessCode } from '../../../domain';
import { LIGHTS } from '../../components/light/light';
import type { MatrixFilters, Sharing } from './matrix-filters';

/** What the matrix keeps in the address, so that a link shows the same and going back undoes a filter. */
export interface MatrixQuery extends MatrixFilters {
  /** The process whose column stands out; `null`: none. */
  readonly highlight: ProcessCode | null;
}

export interface QueryDefaults {
  readonly processes: readonly ProcessCode[];
  /** The person's own process, highlighted until they choose otherwise. */
  readonly mine: ProcessCode | null;
  /** On a phone the list starts with the person's own process. */
  readonly startsWithMine: boolean;
}

export type QueryValues = Readonly<Record<string, string>>;

const SHARING: Readonly<Record<Sharing, string>> = { none: 'ninguno', one: 'uno', several: 'varios' };
/** Said in the address when it is not the default: every process, or no highlight. */
const ALL = 'todos';
const OFF = 'no';

/** Names of the query parameters: Spanish, since people read and share them. */
export const PARAMETERS = {
  search: 'buscar',
  sharing: 'responsables',
  process: 'proceso',
  light: 'estado',
  highlight: 'resaltar'
} as const;

function known<T extends string>(value: string | undefined, all: readonly T[]): T | null {
  return all.find(candidate => candidate === value) ?? null;
}

/** Reads the address. What it does not know is as if it were not there. */
export function readQuery(values: QueryValues, defaults: QueryDefaults): MatrixQuery {
  const sharing = (Object.keys(SHARING) as Sharing[]).find(key => SHARING[key] === values[PARAMETERS.sharing]) ?? null;
  const process = known(values[PARAMETERS.process], defaults.processes);
  const highlight = known(values[PARAMETERS.highlight], defaults.processes);
  const asked = values[PARAMETERS.process] !== undefined || values[PARAMETERS.search] !== undefined || sharing !== null;
  return {
    search: values[PARAMETERS.search] ?? '',
    sharing,
    process: process ?? (defaults.startsWithMine && !asked ? defaults.mine : null),
    light: known<Light>(values[PARAMETERS.light], LIGHTS),
    highlight: highlight ?? (values[PARAMETERS.highlight] === OFF ? null : defaults.mine)
  };
}

/** The parameters that say the query; empty texts where the default says the same. */
export function writeQuery(query: MatrixQuery, defaults: QueryDefaults): Record<keyof typeof PARAMETERS, string> {
  const implied = defaults.startsWithMine && query.search === '' && query.sharing === null ? defaults.mine : null;
  return {
    search: query.search,
    sharing: query.sharing === null ? '' : SHARING[query.sharing],
    process: query.process === implied ? '' : (query.process ?? ALL),
    light: query.light ?? '',
    highlight: query.highlight === defaults.mine ? '' : (query.highlight ?? OFF)
  };
}
