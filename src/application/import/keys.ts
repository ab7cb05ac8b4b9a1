import type { ListName } from '../../domain';
import type { PlainRow } from './rows';
import { textOf } from './rows';

/** Plan of a key, `2021-2023` of `2021-2023/OE1-OT2`. */
export function planOf(key: string): string {
  return key.split('/')[0];
}

/** A key without its plan: the code people know. */
export function codeOf(key: string): string {
  const mark = key.indexOf('/');
  return mark < 0 ? key : key.slice(mark + 1);
}

function joined(...parts: readonly string[]): string {
  return parts.some(part => part === '') ? '' : parts.join('/');
}

/**
 * What tells a row from every other one of its list, whatever site it is in; made of what people write, so that a file and a site agree on
 * it. '' where the row lacks what its key is made of.
 */
export function keyOf(list: ListName, row: PlainRow): string {
  const text = (column: string): string => textOf(row, column);
  switch (list) {
    case 'Plans': return text('Code');
    case 'Processes': return text('Title');
    case 'StrategicObjectives':
    case 'Indicators': return joined(text('Plan'), text('Code'));
    case 'TacticalObjectives': return joined(planOf(text('StrategicObjective')) || planOf(text('Key0')), text('Code'));
    case 'KeyResults': return joined(planOf(text('TacticalObjective')) || planOf(text('Key0')), text('Code'));
    case 'Quarters': return joined(text('Plan'), text('Title'));
    case 'IndicatorYears': return joined(text('Indicator'), text('Year'));
    case 'CheckIns': return text('ClientKey');
    case 'Reviews': return joined(text('CheckIn'), text('Version0'));
    case 'Cutoffs':
    case 'ProgrammedTargets': return joined(text('KeyResult'), text('Quarter'));
    case 'TargetChanges': return joined(text('KeyResult'), text('EffectiveOn'), text('NewTarget') || '-');
    case 'Decisions': return joined(text('DecidedOn'), text('KeyResult') || text('StrategicObjective') || '-', text('Title'));
    default: return '';
  }
}

/** Keys that a list keeps in a column of its own, unique in the list. */
export const LISTS_WITH_KEY: readonly ListName[] = [
  'StrategicObjectives', 'TacticalObjectives', 'KeyResults', 'Indicators', 'Quarters', 'Cutoffs'
];

/** A short text that is the same for the same content: two rounds of FNV-1a, base 36. */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  const round = (seed: number): string => {
    let hash = seed;
    for (let index = 0; index < text.length; index++) {
      hash ^= text.charCodeAt(index);
      hash = Math.imul(hash, 0x01000193);
    }
    return (hash >>> 0).toString(36).padStart(7, '0');
  };
  return round(0x811c9dc5) + round(0x2f0b4a17);
}
