/** The tree of a $filter (and of a CAML Where). */
export type FilterNode =
  | { kind: 'literal'; type: 'string' | 'number' | 'boolean' | 'null' | 'datetime' | 'guid'; value: string }
  | { kind: 'path'; segments: string[] }
  | { kind: 'call'; name: string; args: FilterNode[] }
  | { kind: 'not'; operand: FilterNode }
  | { kind: 'binary'; op: BinaryOperator; left: FilterNode; right: FilterNode };

export type BinaryOperator = 'and' | 'or' | 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** The text is not a filter of SharePoint's OData v3 dialect. */
export class FilterSyntaxError extends Error {}

interface Token {
  type: 'word' | 'string' | 'number' | 'datetime' | 'guid' | '(' | ')' | ',' | 'end';
  text: string;
}

const BINDING: Record<BinaryOperator, number> = { or: 1, and: 2, eq: 4, ne: 4, gt: 5, ge: 5, lt: 5, le: 5 };
const MAX_DEPTH = 200;
/** More conditions than this no address SharePoint takes has room for; the database would refuse about a thousand. */
export const MAX_TERMS = 500;

/** @throws FilterSyntaxError */
export function parseFilter(text: string): FilterNode {
  const tokens = tokenize(text);
  let position = 0;
  let depth = 0;
  let terms = 0;
  const peek = (): Token => tokens[position];
  const take = (): Token => tokens[position++];
  const expect = (type: Token['type']): Token => {
    const token = take();
    if (token.type !== type) {
      throw new FilterSyntaxError(text);
    }
    return token;
  };

  function expression(minimum: number): FilterNode {
    depth += 1;
    if (depth > MAX_DEPTH) {
      throw new FilterSyntaxError(text);
    }
    let left = prefix();
    for (;;) {
      const op = operatorOf(peek());
      if (!op || BINDING[op] < minimum) {
        depth -= 1;
        return left;
      }
      take();
      terms += op === 'and' || op === 'or' ? 1 : 0;
      if (terms > MAX_TERMS) {
        throw new FilterSyntaxError(text);
      }
      left = { kind: 'binary', op, left, right: expression(BINDING[op] + 1) };
    }
  }

  function prefix(): FilterNode {
    const token = take();
    switch (token.type) {
      case '(': {
        const inner = expression(0);
        expect(')');
        return inner;
      }
      case 'string':
      case 'number':
      case 'datetime':
      case 'guid':
        return { kind: 'literal', type: token.type, value: token.text };
      case 'word':
        return word(token.text);
      default:
        throw new FilterSyntaxError(text);
    }
  }

  function word(name: string): FilterNode {
    const lower = name.toLowerCase();
    if (lower === 'not') {
      return { kind: 'not', operand: expression(3) };
    }
    if (peek().type === '(') {
      take();
      const args: FilterNode[] = [];
      while (peek().type !== ')') {
        args.push(expression(0));
        if (peek().type !== ')') {
          expect(',');
        }
      }
      take();
      return { kind: 'call', name: lower, args };
    }
    if (lower === 'true' || lower === 'false') {
      return { kind: 'literal', type: 'boolean', value: lower };
    }
    if (lower === 'null') {
      return { kind: 'literal', type: 'null', value: '' };
    }
    if (operatorOf({ type: 'word', text: name })) {
      throw new FilterSyntaxError(text);
    }
    return { kind: 'path', segments: name.split('/') };
  }

  const tree = expression(0);
  expect('end');
  return tree;
}

function operatorOf(token: Token): BinaryOperator | undefined {
  const lower = token.type === 'word' ? token.text.toLowerCase() : '';
  return Object.prototype.hasOwnProperty.call(BINDING, lower) ? (lower as BinaryOperator) : undefined;
}

/** `guid'…'` and `datetime'…'`, text, a number with its suffix, a name or a path, brackets and commas. */
const TOKEN = [
  /(guid|datetime)'((?:[^']|'')*)'/u, /'((?:[^']|'')*)'/u, /(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[LlMmFfDd]?(?![\w/])/u,
  /([@\p{L}_][\p{L}\p{N}_.:/-]*)/u, /([(),])/u
].map(({ source }) => source).join('|');

function tokenize(text: string): Token[] {
  const pattern = new RegExp(`\\s*(?:${TOKEN})`, 'uy');
  const tokens: Token[] = [];
  const source = text.trimEnd();
  while (pattern.lastIndex < source.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(source);
    if (!match) {
      throw new FilterSyntaxError(source.slice(start));
    }
    if (match[1] !== undefined) {
      tokens.push({ type: match[1].toLowerCase() === 'guid' ? 'guid' : 'datetime', text: match[2] });
    } else if (match[3] !== undefined) {
      tokens.push({ type: 'string', text: match[3].replace(/''/g, "'") });
    } else if (match[4] !== undefined) {
      tokens.push({ type: 'number', text: match[4] });
    } else if (match[5] !== undefined) {
      tokens.push({ type: 'word', text: match[5] });
    } else {
      tokens.push({ type: match[6] as '(' | ')' | ',', text: match[6] });
    }
  }
  tokens.push({ type: 'end', text: '' });
  return tokens;
}
