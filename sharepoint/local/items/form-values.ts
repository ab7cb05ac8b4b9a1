import { Complex, ValueCollection } from '../odata/entity';
import type { Answer } from '../odata/entity';
import type { FieldDef} from '../fields/definition';
import { isTrue } from '../fields/definition';
import type { Site } from '../site';
import type { SqlValue } from '../store/database';
import type { ListDef, WebDef } from '../store/definitions';
import { SharePointError } from '../rest/errors';
import { languageOf, messageOf } from '../rest/messages';
import { parseStamp, startOfDay, toStamp, ZONE_OFFSET_MINUTES } from '../time';
import type { Changes } from './input';
import { toStored } from './input';
import type { NewItem, Writer } from './write';
import { addItem, readRow, storedValues, updateItem } from './write';

interface FormRow {
  FieldName: string;
  FieldValue: string | null;
}

/** A row of the answer: what became of one value. */
interface Outcome {
  ErrorCode: number;
  ErrorMessage: string | null;
  FieldName: string;
  FieldValue: string | null;
  HasException: boolean;
  ItemId: number;
}

class FormError extends Error {}

/** ValidateUpdateListItem: values as people type them, with the checks of a form. Answers 200 even when it refuses. */
export function validateUpdate(writer: Writer, id: number, body: Record<string, unknown>): Answer {
  const rows = formRows(body);
  const current = storedValues(writer.list, readRow(writer.site, writer.list, id));
  const { changes, outcomes } = readForm(writer, rows, id, current, false);
  if (!outcomes.some((one) => one.HasException)) {
    // What is just being made (uploaded) gets no second version for its values.
    const keeping = body.bNewDocumentUpdate === true ? { keeping: 'version' as const } : {};
    save(writer, rows, outcomes, () => {
      updateItem(writer, id, { changes, ...keeping });
      return id;
    });
  }
  return answer('ValidateUpdateListItem', outcomes);
}

/** AddValidateUpdateItemUsingPath: the same for a new row, whose id comes in the row `Id`. */
export function addValidated(writer: Writer, body: Record<string, unknown>, item: Omit<NewItem, 'changes'>): Answer {
  const rows = formRows(body);
  const { changes, outcomes } = readForm(writer, rows, 0, new Map(), true);
  if (!outcomes.some((one) => one.HasException)) {
    const id = save(writer, rows, outcomes, () => addItem(writer, { ...item, changes }));
    if (id > 0) {
      outcomes.forEach((one) => { one.ItemId = id; });
      outcomes.push({ ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: String(id), HasException: false, ItemId: id });
    }
  }
  return answer('AddValidateUpdateItemUsingPath', outcomes);
}

/** What the database refuses is told in the rows too. */
function save(writer: Writer, rows: FormRow[], outcomes: Outcome[], work: () => number): number {
  try {
    return writer.site.db.transaction(work);
  } catch (error) {
    if (!(error instanceof SharePointError) || error.status === 403 || error.status === 404) {
      throw error;
    }
    const message = messageOf(error.key, error.params, languageOf(undefined, writer.web.props.language));
    const first = outcomes[0] ?? { FieldName: rows[0]?.FieldName ?? '', FieldValue: null, ItemId: 0 };
    outcomes[0] = { ...first, ErrorCode: Number(error.number), ErrorMessage: message, HasException: true };
    return 0;
  }
}

function answer(name: string, outcomes: Outcome[]): Answer {
  return {
    kind: 'value', name, value: new ValueCollection('SP.ListItemFormUpdateValue',
      outcomes.map((one) => new Complex('SP.ListItemFormUpdateValue', { ...one }))),
    type: 'Collection(SP.ListItemFormUpdateValue)'
  };
}

function formRows(body: Record<string, unknown>): FormRow[] {
  const rows = Array.isArray(body.formValues) ? body.formValues : [];
  return rows.map((row) => {
    const { FieldName, FieldValue } = (row ?? {}) as { FieldName?: unknown; FieldValue?: unknown };
    return { FieldName: String(FieldName ?? ''), FieldValue: FieldValue === null || FieldValue === undefined ? null : String(FieldValue) };
  });
}

function readForm(writer: Writer, rows: FormRow[], id: number, current: Map<FieldDef, SqlValue>,
  adding: boolean): { changes: Changes; outcomes: Outcome[] } {
  const { site, web, list } = writer;
  const changes: Changes = new Map();
  const outcomes: Outcome[] = rows.map((row) => {
    const base = { ErrorCode: 0, ErrorMessage: null, FieldName: row.FieldName, FieldValue: row.FieldValue, HasException: false,
      ItemId: id };
    const field = list.fields.find((one) => one.name === row.FieldName);
    if (!field || field.xml.attributes.Storage !== undefined || field.readOnly) {
      return field ? base : { ...base, ErrorCode: -2130575340, ErrorMessage: `Column '${row.FieldName}' does not exist.`,
        HasException: true };
    }
    try {
      const value = fromForm(site, web, field, row.FieldValue ?? '');
      if (value === null && field.required) {
        throw new FormError(web.props.language === 1033 ? "You can't leave this blank." : 'No puede dejar este espacio en blanco.');
      }
      changes.set(field, value);
      return base;
    } catch (error) {
      if (!(error instanceof FormError)) {
        throw error;
      }
      return { ...base, ErrorCode: -2147467259, ErrorMessage: error.message, HasException: true };
    }
  });
  for (const field of adding ? requiredMissing(list, changes, current) : []) {
    outcomes.push({
      ErrorCode: -2147467259, ErrorMessage: web.props.language === 1033
      ? "You can't leave this blank." : 'No puede dejar este espacio en blanco.', FieldName: field.name,
      FieldValue: null, HasException: true, ItemId: id
    });
  }
  return { changes, outcomes };
}

function requiredMissing(list: ListDef, changes: Changes, current: Map<FieldDef, SqlValue>): FieldDef[] {
  return list.fields.filter((field) => field.required && !field.builtIn && !field.readOnly && !changes.has(field)
    && (current.get(field) ?? null) === null && field.xml.default === undefined);
}

/** A value as it is typed in the site's own language. */
function fromForm(site: Site, web: WebDef, field: FieldDef, text: string): SqlValue {
  if (text.trim() === '') {
    return null;
  }
  const spanish = web.props.language !== 1033;
  switch (field.type) {
    case 'Number':
    case 'Currency': {
      const plain = spanish ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '');
      const value = Number(plain.replace(/\s|%/g, ''));
      const { Min, Max } = field.xml.attributes;
      if (!Number.isFinite(value) || (Min !== undefined && value < Number(Min)) || (Max !== undefined && value > Number(Max))) {
        throw new FormError(spanish ? 'El valor de este campo no es un número válido.' : 'The value of this field is not a valid number.');
      }
      return /%\s*$/.test(text) ? value / 100 : value;
    }
    case 'Boolean':
      return isTrue(text) || /^s[ií]$/i.test(text) ? 1 : 0;
    case 'DateTime':
      return fromFormDate(field, text, spanish);
    case 'User':
    case 'UserMulti':
      return fromFormPeople(site, field, text);
    case 'Lookup':
    case 'LookupMulti': {
      const ids = text.split(';#').filter((_, index) => index % 2 === 0).map(Number);
      if (ids.some((one) => !Number.isInteger(one))) {
        throw new FormError(spanish ? 'El valor de búsqueda no es válido.' : 'The lookup value is not valid.');
      }
      return field.type === 'Lookup' ? ids[0] : JSON.stringify(ids);
    }
    case 'Choice':
      if (!isTrue(field.xml.attributes.FillInChoice) && !(field.xml.choices ?? []).includes(text)) {
        throw new FormError(spanish ? `La opción "${text}" no es válida.` : `The choice "${text}" is not valid.`);
      }
      return text;
    case 'MultiChoice':
      return JSON.stringify(text.split(';#').filter((part) => part !== ''));
    case 'URL': {
      const [url, ...description] = text.split(', ');
      return JSON.stringify({ Description: description.join(', ') || url, Url: url });
    }
    case 'Text':
      if (text.length > 255) {
        throw new FormError(spanish
          ? 'Este campo no puede tener más de 255 caracteres.' : 'This field can have no more than 255 characters.');
      }
      return text;
    case 'Location':
    case 'Thumbnail':
      try {
        return toStored(field, text);
      } catch {
        throw new FormError(spanish ? 'El valor de este campo no es válido.' : 'The value of this field is not valid.');
      }
    default:
      return text;
  }
}

function fromFormDate(field: FieldDef, text: string, spanish: boolean): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?:\s*(a|p)\.?\s?m\.?)?)?$/i.exec(text.trim());
  if (!match) {
    const stamp = parseStamp(text);
    if (stamp === undefined) {
      throw new FormError(spanish ? 'Debe especificar una fecha válida.' : 'You must specify a valid date.');
    }
    return field.xml.attributes.Format === 'DateOnly' ? startOfDay(stamp) : stamp;
  }
  const [, first, second, year, hour = '0', minute = '0', half] = match;
  const [day, month] = spanish ? [Number(first), Number(second)] : [Number(second), Number(first)];
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : half ? 0 : Number(hour) >= 12 ? 12 : 0);
  const local = new Date(Date.UTC(Number(year), month - 1, day, hours, Number(minute)));
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) {
    throw new FormError(spanish ? 'Debe especificar una fecha válida.' : 'You must specify a valid date.');
  }
  const stamp = toStamp(new Date(local.getTime() - ZONE_OFFSET_MINUTES * 60000));
  return field.xml.attributes.Format === 'DateOnly' ? startOfDay(stamp) : stamp;
}

function fromFormPeople(site: Site, field: FieldDef, text: string): SqlValue {
  let keys: string[];
  try {
    const people = JSON.parse(text) as { Key?: string }[];
    keys = people.map((one) => String(one.Key ?? ''));
  } catch {
    throw new FormError(`The user "${text}" is not valid.`);
  }
  const ids = keys.map((key) => {
    try {
      return site.principals.ensure(key).id;
    } catch (error) {
      if (error instanceof SharePointError) {
        throw new FormError(`The user "${key}" does not exist or is not unique.`);
      }
      throw error;
    }
  });
  return field.type === 'User' ? ids[0] ?? null : JSON.stringify(ids);
}
