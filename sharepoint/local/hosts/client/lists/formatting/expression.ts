/** What an expression speaks of. */
export interface Scope {
  /** A column's value, `''` where there is none; `path` leads into it (`lookupValue`, `displayValue`). */
  field(name: string, path: readonly string[]): unknown;
  /** Column that is being shown; none in a row's or a form's formatting. */
  readonly currentField: string | null;
  readonly me: string;
  readonly now: Date;
  readonly currentWeb: string;
  formatDate(date: Date, withTime: boolean): string;
}

/** `{"operator": "==", "operands": ["[$State]", "open"]}` */
export interface Tree { readonly operator: string; readonly operands: readonly Operand[] }
type Operand = string | number | boolean | Tree;

export class ExpressionError extends Error {}

type Token = { readonly kind: 'text' | 'number' | 'reference' | 'name' | 'mark'; readonly text: string };

const TOKEN = /\s*(?:'([^']*)'|(\d+(?:\.\d+)?)|(\[[$!][^\]]+\]|@[A-Za-z]+(?:\.[A-Za-z]+)*)|([A-Za-z]+)|(\|\||&&|[=!<>]=|[-+*/%<>(),]))/y;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length && source.slice(TOKEN.lastIndex).trim() !== '') {
    const match = TOKEN.exec(source);
    if (!match) throw new ExpressionError(source);
    const kinds: Token['kind'][] = ['text', 'number', 'reference', 'name', 'mark'];
    const index = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: kinds[index], text: match[index + 1] });
  }
  return tokens;
}

/** Binary operators, those that bind least first. */
const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']];

/** Reads an Excel-style expression, without its `=`, into the tree that SharePoint's other notation writes. */
export function parse(source: string): Operand {
  const tokens = tokenize(source);
  let at = 0;
  const is = (text: string): boolean => tokens[at]?.kind === 'mark' && tokens[at].text === text;
  const expect = (text: string): void => {
    if (!is(text)) throw new ExpressionError(`${source}: ${text}`);
    at += 1;
  };
  const binary = (level: number): Operand => {
    if (level === LEVELS.length) return unary();
    let left = binary(level + 1);
    while (tokens[at]?.kind === 'mark' && LEVELS[level].includes(tokens[at].text)) {
      const operator = tokens[at].text;
      at += 1;
      left = { operator, operands: [left, binary(level + 1)] };
    }
    return left;
  };
  const unary = (): Operand => {
    if (is('-')) {
      at += 1;
      return { operator: '-', operands: [0, unary()] };
    }
    if (is('(')) {
      at += 1;
      const inner = binary(0);
      expect(')');
      return inner;
    }
    const token = tokens[at];
    at += 1;
    switch (token?.kind) {
      case 'number': return Number(token.text);
      // A text that looks like a reference is one; others are literals even where they begin with `=`.
      case 'text': return { operator: 'literal', operands: [token.text] };
      case 'reference': return token.text;
      case 'name': return named(token.text);
      default: throw new ExpressionError(source);
    }
  };
  const named = (name: string): Operand => {
    if (name === 'true' || name === 'false') return name === 'true';
    expect('(');
    const operands: Operand[] = [];
    while (!is(')')) {
      operands.push(binary(0));
      if (!is(')')) expect(',');
    }
    expect(')');
    return { operator: name === 'if' ? '?' : name, operands };
  };
  const tree = binary(0);
  if (at < tokens.length) throw new ExpressionError(source);
  return tree;
}

/** Value of a text, an expression in a text (`=…`), a reference, or a tree. */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return value.startsWith('=') ? operand(parse(value.slice(1)), scope) : operand(value, scope);
  return operand(value as Operand, scope);
}

function operand(value: Operand, scope: Scope): unknown {
  if (typeof value === 'string') return reference(value, scope);
  if (typeof value !== 'object' || value === null) return value;
  const { operator, operands } = value;
  if (operator === 'literal') return operands[0];
  if (operator === '?') return operand(operands[truthy(operand(operands[0], scope)) ? 1 : 2] ?? '', scope);
  if (operator === '&&') return operands.every((one) => truthy(operand(one, scope)));
  if (operator === '||') return operands.some((one) => truthy(operand(one, scope)));
  const run = OPERATORS.get(operator.replace(/\(\)$/, ''));
  if (!run) throw new ExpressionError(operator);
  return run(operands.map((one) => operand(one, scope)), scope);
}

/** `[$Plan.lookupValue]`, `@currentField`, `@now` …; any other text is itself. */
function reference(text: string, scope: Scope): unknown {
  const match = /^\[\$([^\].]+)((?:\.[^\].]+)*)\]$/.exec(text);
  if (match) return scope.field(match[1], match[2].split('.').slice(1));
  const [name, ...path] = text.split('.');
  switch (name) {
    case '@currentField': return scope.currentField === null ? '' : scope.field(scope.currentField, path);
    case '@me': return scope.me;
    case '@now': return scope.now;
    case '@currentWeb': return scope.currentWeb;
    default: return text;
  }
}

const truthy = (value: unknown): boolean => Boolean(value) && !(typeof value === 'number' && Number.isNaN(value));
const num = (value: unknown): number => (value instanceof Date ? value.getTime() : value === '' ? NaN : Number(value));
const str = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const same = (a: unknown, b: unknown): boolean => (a instanceof Date || b instanceof Date ? num(a) === num(b) : str(a) === str(b));
const dated = (value: unknown): Date => (value instanceof Date ? value : new Date(str(value)));

type Run = (operands: readonly unknown[], scope: Scope) => unknown;

const OPERATORS: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['+', ([a, b]) => (typeof a === 'number' && typeof b === 'number' ? a + b : str(a) + str(b))],
  ['-', ([a, b]) => num(a) - num(b)],
  ['*', ([a, b]) => num(a) * num(b)],
  ['/', ([a, b]) => num(a) / num(b)],
  ['%', ([a, b]) => num(a) % num(b)],
  ['==', ([a, b]) => same(a, b)],
  ['!=', ([a, b]) => !same(a, b)],
  ['<', ([a, b]) => num(a) < num(b)],
  ['<=', ([a, b]) => num(a) <= num(b)],
  ['>', ([a, b]) => num(a) > num(b)],
  ['>=', ([a, b]) => num(a) >= num(b)],
  ['toString', ([a]) => str(a)],
  ['Number', ([a]) => num(a)],
  ['Date', ([a]) => dated(a)],
  ['abs', ([a]) => Math.abs(num(a))],
  ['floor', ([a]) => Math.floor(num(a))],
  ['ceiling', ([a]) => Math.ceil(num(a))],
  ['length', ([a]) => (Array.isArray(a) ? a.length : truthy(a) ? 1 : 0)],
  ['join', ([a, b]) => (Array.isArray(a) ? a.join(str(b)) : str(a))],
  ['indexOf', ([a, b]) => str(a).indexOf(str(b))],
  ['lastIndexOf', ([a, b]) => str(a).lastIndexOf(str(b))],
  ['substring', ([a, b, c]) => str(a).substring(num(b), num(c))],
  ['replace', ([a, b, c]) => str(a).replace(str(b), () => str(c))],
  ['replaceAll', ([a, b, c]) => str(a).split(str(b)).join(str(c))],
  ['startsWith', ([a, b]) => str(a).startsWith(str(b))],
  ['endsWith', ([a, b]) => str(a).endsWith(str(b))],
  ['toLowerCase', ([a]) => str(a).toLowerCase()],
  ['toUpperCase', ([a]) => str(a).toUpperCase()],
  ['getDate', ([a]) => dated(a).getDate()],
  ['getMonth', ([a]) => dated(a).getMonth()],
  ['getYear', ([a]) => dated(a).getFullYear()],
  ['toLocaleDateString', ([a], scope) => (a === '' ? '' : scope.formatDate(dated(a), false))],
  ['toLocaleString', ([a], scope) => (a === '' ? '' : scope.formatDate(dated(a), true))]
]);
