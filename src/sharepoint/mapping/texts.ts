import { type Evidence, isAllowedLink, parseNumber, type Stage } from '../../domain';

/**
 * Columns that hold more than one value as text. Reading forgives whatever people type; what cannot be used is told to `onBad` and
 * left out, or used with a default where that loses nothing.
 */

type OnBad = (kind: 'notANumber' | 'outOfRange' | 'badLink', text: string) => void;

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line !== '');
}

/** These columns are written by program, so a point is a decimal mark; whatever else is read as people write numbers. */
function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  const parsed = parseNumber(trimmed);
  return parsed.kind === 'number' ? parsed.value : null;
}

/** A line each: `weight; text`. A line without a weight weighs 1. */
export function parseStages(text: string, onBad: OnBad): Stage[] {
  return linesOf(text).map(line => {
    const mark = line.indexOf(';');
    const before = mark < 0 ? '' : line.slice(0, mark).trim();
    const rest = mark < 0 ? line : line.slice(mark + 1).trim();
    const weight = before === '' ? 1 : numberOf(before);
    if (weight === null) {
      // Semicolons may be part of the text; a lone word before one is more likely a mistyped weight.
      if (before.indexOf(' ') < 0) onBad('notANumber', line);
      return { weight: 1, text: line };
    }
    if (weight <= 0) {
      onBad('outOfRange', line);
      return { weight: 1, text: rest };
    }
    return { weight, text: rest || before };
  });
}

export function formatStages(stages: readonly Stage[]): string {
  return stages.map(({ weight, text }) => `${weight}; ${text.replace(/[\r\n]+/g, ' ')}`).join('\n');
}

/** Levels from worst to best, a line each. */
export function parseScale(text: string): string[] {
  return linesOf(text);
}

export function formatScale(scale: readonly string[]): string {
  return scale.map(level => level.replace(/[\r\n]+/g, ' ')).join('\n');
}

/** Positions, 1-based, each once, ascending: `1;3`. Commas and spaces part them too. */
export function parsePositions(text: string, onBad: OnBad): number[] {
  const found: number[] = [];
  for (const part of text.split(/[;,\s]+/)) {
    if (part === '') continue;
    const position = /^\d+$/.test(part) ? Number(part) : NaN;
    if (!(position >= 1)) onBad('notANumber', part);
    else if (found.indexOf(position) < 0) found.push(position);
  }
  return found.sort((a, b) => a - b);
}

export function formatPositions(positions: readonly number[]): string {
  return positions.join(';');
}

/** `2021=15;2022=13` */
export function parseYears(text: string, onBad: OnBad): Record<string, number> {
  const years: Record<string, number> = {};
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const match = /^\s*(\d{4})\s*=(.*)$/.exec(part);
    const value = match ? numberOf(match[2]) : null;
    if (match && value !== null) years[match[1]] = value;
    else onBad('notANumber', part);
  }
  return years;
}

export function formatYears(years: Readonly<Record<string, number>>): string {
  return Object.keys(years).sort().map(year => `${year}=${years[year]}`).join(';');
}

/** A trail of one quarter without data: an empty text would be no trail at all. */
const NO_DATA = '-';

/** Progress at each quarter's end, oldest first: `0.1;;0.35`. An empty text has none. */
export function parseTrail(text: string, onBad: OnBad): (number | null)[] {
  if (text.trim() === '') return [];
  return text.split(';').map(part => {
    const none = part.trim() === '' || part.trim() === NO_DATA;
    const value = none ? null : numberOf(part);
    if (value === null && !none) onBad('notANumber', part);
    return value;
  });
}

/** Four decimals are more than a sparkline shows, and keep three years well within the column. */
export function formatTrail(trail: readonly (number | null)[]): string {
  return trail.map(value => (value === null ? '' : String(Number(value.toFixed(4))))).join(';') || (trail.length > 0 ? NO_DATA : '');
}

/** Parts an address from its text. Written with spaces around, since both may hold a bar of their own. */
const LINK_MARK = ' | ';

/** A link a line: `address` or `address | text`. */
export function parseEvidence(text: string, onBad: OnBad): Evidence[] {
  const evidence: Evidence[] = [];
  for (const line of linesOf(text)) {
    const mark = line.indexOf('|');
    const url = (mark < 0 ? line : line.slice(0, mark)).trim();
    const name = mark < 0 ? '' : line.slice(mark + 1).trim();
    if (isAllowedLink(url)) evidence.push({ url, text: name || url });
    else onBad('badLink', line);
  }
  return evidence;
}

export function formatEvidence(evidence: readonly Evidence[]): string {
  return evidence.map(({ url, text }) => {
    const address = url.trim().replace(/\|/g, '%7C').replace(/\s/g, '%20');
    const name = text.replace(/[\r\n]+/g, ' ').trim();
    return name === '' || name === url.trim() ? address : `${address}${LINK_MARK}${name}`;
  }).join('\n');
}
