import type { FieldDef } from '../fields/definition';
import type { CompiledFormula} from '../formula/compile';
import { compile, FormulaSyntaxError, renameReferences } from '../formula/compile';
import type { FormulaValue} from '../formula/evaluate';
import { evaluateFormula, FormulaError, fromSerial, toSerial } from '../formula/evaluate';
import { formulaLanguage } from '../formula/language';
import { badFormula, columnFormulaRefuses, listFormulaRefuses } from '../rest/errors';
import type { Site } from '../site';
import type { Row, SqlValue } from '../store/database';
import type { ListDef, WebDef } from '../store/definitions';
import { startOfDay } from '../time';

/** Types a formula may speak of: not several lines of text, lookups, people, links or many-valued columns. */
const ELIGIBLE = ['Text', 'Choice', 'Number', 'Currency', 'DateTime', 'Boolean', 'Calculated'];

/**
 * A formula as it is kept: with internal names instead of the titles it was written with.
 * @throws SharePointError where it cannot be read, or speaks of a column it may not.
 */
export function savedFormula(web: WebDef, fields: readonly FieldDef[], formula: string): string {
  const language = formulaLanguage(web.props.language);
  try {
    return renameReferences(formula, language, (name) => {
      const field = fields.find((one) => one.title.toLowerCase() === name.toLowerCase() && ELIGIBLE.includes(one.type))
        ?? fields.find((one) => one.name === name);
      return field && ELIGIBLE.includes(field.type) ? field.name : undefined;
    });
  } catch (error) {
    if (error instanceof FormulaSyntaxError) {
      throw badFormula();
    }
    throw error;
  }
}

/** Fills the calculated columns of a row about to be written. */
export function computeFields(site: Site, list: ListDef, values: Map<FieldDef, SqlValue>, base: Row): void {
  for (const field of list.fields) {
    if (field.type === 'Calculated' && field.xml.formula !== undefined) {
      values.set(field, resultOf(field, run(site, list, field.xml.formula, values, base)));
    }
  }
}

/** @throws SharePointError where a formula of the list or of a column refuses the row. */
export function checkFormulas(site: Site, list: ListDef, values: Map<FieldDef, SqlValue>, base: Row): void {
  for (const field of list.fields) {
    const { validation } = field.xml;
    if (validation?.formula && run(site, list, validation.formula, values, base) !== true) {
      throw columnFormulaRefuses(validation.message || validation.formula);
    }
  }
  const { validationFormula, validationMessage } = list.props;
  if (validationFormula && run(site, list, validationFormula, values, base) !== true) {
    throw listFormulaRefuses(validationMessage || validationFormula);
  }
}

/** Value of a column's default formula, such as `=TODAY()`. */
export function defaultByFormula(site: Site, list: ListDef, field: FieldDef): SqlValue {
  const value = runCompiled(site, compiled(site, list, field.xml.defaultFormula ?? ''), () => null);
  if (field.type === 'DateTime') {
    return typeof value === 'number' ? (field.xml.attributes.Format === 'DateOnly'
      ? startOfDay(fromSerial(value)) : fromSerial(value)) : null;
  }
  return typeof value === 'boolean' ? Number(value) : value;
}

function run(site: Site, list: ListDef, formula: string, values: Map<FieldDef, SqlValue>, base: Row): FormulaValue {
  return runCompiled(site, compiled(site, list, formula), (name) => {
    const field = list.fields.find((one) => one.name === name);
    if (!field) {
      return null;
    }
    const stored = values.has(field) ? values.get(field) : base[field.column ?? ''];
    return formulaValue(field, stored ?? null);
  });
}

function runCompiled(site: Site, formula: CompiledFormula, valueOf: (name: string) => FormulaValue): FormulaValue {
  try {
    return evaluateFormula(formula, valueOf, site.now());
  } catch (error) {
    if (error instanceof FormulaError) {
      return '#VALUE!';
    }
    throw error;
  }
}

const cache = new Map<string, CompiledFormula>();

function compiled(site: Site, list: ListDef, formula: string): CompiledFormula {
  const lcid = site.catalog.webByNo(list.webNo).props.language;
  const key = `${lcid} ${formula}`;
  let result = cache.get(key);
  if (!result) {
    result = compile(formula, formulaLanguage(lcid));
    cache.set(key, result);
  }
  return result;
}

function formulaValue(field: FieldDef, stored: SqlValue): FormulaValue {
  if (stored === null || Buffer.isBuffer(stored)) {
    return null;
  }
  const type = field.type === 'Calculated' ? field.xml.attributes.ResultType ?? 'Text' : field.type;
  switch (type) {
    case 'DateTime':
      return toSerial(String(stored));
    case 'Boolean':
      return Number(stored) === 1;
    case 'Number':
    case 'Currency':
      return Number(stored);
    default:
      return String(stored);
  }
}

function resultOf(field: FieldDef, value: FormulaValue): SqlValue {
  if (value === null) {
    return null;
  }
  switch (field.xml.attributes.ResultType) {
    case 'Number':
    case 'Currency':
      return typeof value === 'number' ? value : typeof value === 'string' && value !== '' && Number.isFinite(Number(value))
        ? Number(value) : null;
    case 'DateTime':
      return typeof value === 'number' ? fromSerial(value) : null;
    case 'Boolean':
      return value === true || value === 1 ? 1 : 0;
    default:
      return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
  }
}
