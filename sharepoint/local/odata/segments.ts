/** One argument of a call in a URL: `title='x'`, `3`, `guid'…'`, `@p1`. */
export interface Argument {
  name?: string;
  kind: 'string' | 'number' | 'boolean' | 'null' | 'guid' | 'datetime' | 'alias' | 'word';
  value: string;
}

/** A segment of the path: `lists`, `items(3)`, `getByTitle('x')`. */
export interface Segment {
  name: string;
  args?: Argument[];
}

/** The path or a call in it cannot be read. */
export class PathSyntaxError extends Error {}

/**
 * Splits a decoded path after `/_api/` into segments. A slash inside quotes belongs to the text.
 * @throws PathSyntaxError on unbalanced quotes or brackets.
 */
export function parseSegments(path: string): Segment[] {
  return splitOutside(path, '/')
    .filter((part) => part.trim() !== '')
    .map(parseSegment);
}

function parseSegment(text: string): Segment {
  const open = text.indexOf('(');
  if (open < 0) {
    return { name: text.trim() };
  }
  if (!text.trimEnd().endsWith(')')) {
    throw new PathSyntaxError(text);
  }
  const inner = text.slice(open + 1, text.lastIndexOf(')'));
  const args = inner.trim() === '' ? [] : splitOutside(inner, ',').map(parseArgument);
  return { name: text.slice(0, open).trim(), args };
}

function parseArgument(text: string): Argument {
  const named = /^\s*([A-Za-z_]\w*)\s*=/.exec(text);
  const value = parseLiteral(text.slice(named ? named[0].length : 0).trim());
  return named ? { ...value, name: named[1] } : value;
}

/** Reads one literal as it stands in a URL or in the value of an alias. */
export function parseLiteral(text: string): Argument {
  const quoted = /^(guid|datetime|binary)?'((?:[^']|'')*)'$/is.exec(text);
  if (quoted) {
    const kind = (quoted[1] ?? 'string').toLowerCase();
    const value = quoted[2].replace(/''/g, "'");
    return { kind: kind === 'guid' || kind === 'datetime' ? kind : 'string', value };
  }
  if (text.includes("'")) {
    throw new PathSyntaxError(text);
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    return { kind: 'number', value: text };
  }
  if (/^(true|false)$/i.test(text)) {
    return { kind: 'boolean', value: text.toLowerCase() };
  }
  if (/^null$/i.test(text)) {
    return { kind: 'null', value: '' };
  }
  return { kind: text.startsWith('@') ? 'alias' : 'word', value: text };
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === "'") {
      quoted = !quoted;
    } else if (!quoted && char === '(') {
      depth += 1;
    } else if (!quoted && char === ')') {
      depth -= 1;
    } else if (!quoted && depth === 0 && char === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  if (quoted || depth !== 0) {
    throw new PathSyntaxError(text);
  }
  parts.push(text.slice(start));
  return parts;
}
