import type { FormulaLanguage } from './language';

/** A formula in a form that can be worked out: references are cells, names and separators are English. */
export interface CompiledFormula {
  /** `A1>"2021-T2"` */
  text: string;
  /** What each cell of column A stands for, from A1 on: as written in the brackets. */
  references: string[];
}

/** The text is no formula, or none in the site's language. */
export class FormulaSyntaxError extends Error {}

type Token = { kind: 'string' | 'reference' | 'number' | 'name' | 'separator' | 'operator'; text: string };

function tokenize(source: string, language: FormulaLanguage): Token[] {
  const decimal = language.decimal === '.' ? '\\.' : ',';
  const pattern = new RegExp(
    `\\s*(?:("(?:[^"]|"")*")|\\[([^\\[\\]]+)\\]|(\\d+(?:${decimal}\\d+)?%?)|([\\p{L}_][\\p{L}\\p{N}_.]*)|([,;])|(<=|>=|<>|[-+*/^&=<>()%]))`,
      'uy'
  );
  const tokens: Token[] = [];
  const text = source.trim();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) {
      throw new FormulaSyntaxError(source);
    }
    const [, string, reference, number, name, separator, operator] = match;
    if (string !== undefined) {
      tokens.push({ kind: 'string', text: string });
    } else if (reference !== undefined) {
      tokens.push({ kind: 'reference', text: reference });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name });
    } else if (separator !== undefined) {
      if (separator !== language.separator) {
        throw new FormulaSyntaxError(source);
      }
      tokens.push({ kind: 'separator', text: separator });
    } else {
      tokens.push({ kind: 'operator', text: operator });
    }
  }
  return tokens;
}

const body = (formula: string): string => formula.trim().replace(/^=/, '');
const isCall = (tokens: Token[], index: number): boolean => tokens[index + 1]?.text === '(';
const isConstant = (name: string, language: FormulaLanguage): boolean => ['TRUE', 'FALSE'].includes(language.english(name) ?? '');

/**
 * Writes a formula's column names anew: from display names to internal ones when it is saved.
 * @throws FormulaSyntaxError where it cannot be read or names a column there is not.
 */
export function renameReferences(formula: string, language: FormulaLanguage, rename: (name: string) => string | undefined): string {
  const tokens = tokenize(body(formula), language);
  if (tokens.length === 0) {
    throw new FormulaSyntaxError(formula);
  }
  const text = tokens.map((token, index) => {
    const bare = token.kind === 'name' && !isCall(tokens, index) && !isConstant(token.text, language);
    if (token.kind !== 'reference' && !bare) {
      return token.text;
    }
    const name = rename(token.text);
    if (name === undefined) {
      throw new FormulaSyntaxError(formula);
    }
    return `[${name}]`;
  }).join('');
  compile(text, language);
  return `=${text}`;
}

/** @throws FormulaSyntaxError */
export function compile(formula: string, language: FormulaLanguage): CompiledFormula {
  const references: string[] = [];
  const tokens = tokenize(body(formula), language);
  const text = tokens.map((token, index) => {
    switch (token.kind) {
      case 'reference': {
        let place = references.indexOf(token.text);
        if (place < 0) {
          references.push(token.text);
          place = references.length - 1;
        }
        return `A${place + 1}`;
      }
      case 'number':
        return token.text.replace(',', '.');
      case 'name': {
        const english = language.english(token.text);
        if (english === undefined || (!isCall(tokens, index) && english !== 'TRUE' && english !== 'FALSE')) {
          throw new FormulaSyntaxError(formula);
        }
        return english;
      }
      case 'separator':
        return ',';
      default:
        return token.text;
    }
  }).join('');
  return { text, references };
}
