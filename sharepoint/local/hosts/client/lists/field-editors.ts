import { fromInput, toInput } from './dates';
import { h } from './dom';
import { linkOf, referencesOf, shownProperty, writtenValue } from './field-values';
import type { Item, Reference } from './field-values';
import { isMulti } from './list-model';
import type { Field } from './list-model';
import { formatNumber, parseNumber } from './numbers';
import { get, quoted } from './rest';

/** The control of one column in a form. */
export interface Editor {
  readonly field: Field;
  /** What goes into the form, without its label. */
  readonly content: HTMLElement;
  /** What a label points to and what takes the focus on an error; a group has a legend instead. */
  readonly control: HTMLElement;
  readonly isGroup: boolean;
  /** The value as REST takes it; `null` for none. @throws FieldError */
  read(): unknown;
}

/** Something typed that the column cannot take. */
export class FieldError extends Error {}

type MakeEditor = (field: Field, item: Item | undefined) => Editor | Promise<Editor>;

/** Enough for every list of the site; SharePoint's own picker, too, stops somewhere. */
const MOST_CHOICES = 5000;

function simple<T extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(field: Field, control: T, read: (text: string) => unknown): Editor {
  return { field, content: control, control, isGroup: false, read: () => (control.value === '' ? null : read(control.value)) };
}

/** A column's value as text, or its default on a new item. */
function initialText(field: Field, item: Item | undefined): string {
  const value = item ? item[field.EntityPropertyName] : field.DefaultValue;
  return value === null || value === undefined ? '' : String(value);
}

const text: MakeEditor = (field, item) => simple(field, h('input', { type: 'text', maxlength: 255, value: initialText(field, item) }), (typed) => typed);

const note: MakeEditor = (field, item) => {
  const control = h('textarea', { rows: field.NumberOfLines ?? 6 });
  control.value = initialText(field, item);
  return simple(field, control, (typed) => typed);
};

const number: MakeEditor = (field, item) => {
  const initial = initialText(field, item);
  const control = h('input', { type: 'text', inputmode: 'decimal', value: initial === '' ? '' : formatNumber(Number(initial)) });
  return simple(field, control, (typed) => {
    const value = parseNumber(typed);
    if (value === undefined) throw new FieldError('El valor de este campo no es un número válido. Escríbelo así: 1.234,5');
    return value;
  });
};

const date: MakeEditor = (field, item) => {
  const withTime = field.DisplayFormat !== 0;
  const initial = item ? initialText(field, item) : '';
  const control = h('input', { type: withTime ? 'datetime-local' : 'date', value: initial === '' ? '' : toInput(initial, withTime) });
  return simple(field, control, fromInput);
};

const yesNo: MakeEditor = (field, item) => {
  const control = h('input', { type: 'checkbox' });
  control.checked = item ? item[field.EntityPropertyName] === true : field.DefaultValue === '1';
  return { field, content: control, control, isGroup: false, read: () => control.checked };
};

const choice: MakeEditor = (field, item) => {
  const current = initialText(field, item);
  if (field.FillInChoice) {
    const options = h('datalist', { id: `choices-${field.InternalName}` }, (field.Choices ?? []).map((one) => h('option', { value: one })));
    const control = h('input', { type: 'text', list: options.id, value: current });
    return { ...simple(field, control, (typed) => typed), content: h('div', {}, control, options) };
  }
  const known = field.Choices ?? [];
  const choices = current === '' || known.includes(current) ? known : [...known, current];
  const control = h('select', {}, h('option', { value: '' }, '—'), choices.map((one) => h('option', { value: one }, one)));
  control.value = current;
  return simple(field, control, (chosen) => chosen);
};

const link: MakeEditor = (field, item) => {
  const current = linkOf(field, item);
  const url = h('input', { type: 'text', placeholder: 'https://', value: current?.Url ?? '', 'aria-label': `${field.Title}: dirección` });
  const description = h('input', { type: 'text', placeholder: 'Texto para mostrar', value: current?.Description ?? '', 'aria-label': `${field.Title}: texto` });
  return {
    field, content: h('div', { class: 'link-editor' }, url, description), control: url, isGroup: true,
    read: () => (url.value === '' ? null : { Url: url.value, Description: description.value || url.value })
  };
};

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Checkboxes for a column of several values. */
function several(field: Field, options: readonly Option[], chosen: ReadonlySet<string>, read: (values: string[]) => unknown): Editor {
  const boxes = options.map(({ value, label }) => {
    const box = h('input', { type: 'checkbox', value });
    box.checked = chosen.has(value);
    return { box, row: h('label', {}, box, label) };
  });
  const content = h('div', { class: 'several' }, boxes.map(({ row }) => row));
  return { field, content, control: boxes[0]?.box ?? content, isGroup: true, read: () => read(boxes.filter(({ box }) => box.checked).map(({ box }) => box.value)) };
}

const choices: MakeEditor = (field, item) => {
  const chosen = (writtenValue(field, item) ?? []) as readonly string[];
  const options = [...new Set([...(field.Choices ?? []), ...chosen])].map((one) => ({ value: one, label: one }));
  return several(field, options, new Set(chosen), (values) => values);
};

/** Rows that a lookup column may point to, or people. */
async function candidates(field: Field): Promise<readonly Reference[]> {
  if (field.TypeAsString.startsWith('User')) {
    const people = await get<{ value: (Reference & { PrincipalType: number })[] }>('web/siteusers?$select=Id,Title,PrincipalType');
    return people.value.filter((person) => person.PrincipalType === 1);
  }
  const list = (field.LookupList ?? '').replace(/[{}]/g, '');
  const shown = shownProperty(field);
  return (await get<{ value: Reference[] }>(`web/lists(guid${quoted(list)})/items?$select=Id,${shown}&$top=${MOST_CHOICES}`)).value;
}

const lookup: MakeEditor = async (field, item) => {
  const shown = shownProperty(field);
  const current = referencesOf(field, item);
  const byId = new Map([...current, ...(await candidates(field))].map((one) => [String(one.Id), String(one[shown] ?? `#${one.Id}`)]));
  const options = [...byId].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'es', { numeric: true }));
  if (isMulti(field)) return several(field, options, new Set(current.map((one) => String(one.Id))), (values) => values.map(Number).sort((a, b) => a - b));
  const control = h('select', {}, h('option', { value: '' }, '—'), options.map(({ value, label }) => h('option', { value }, label)));
  control.value = current[0] ? String(current[0].Id) : '';
  return simple(field, control, Number);
};

const EDITORS: Readonly<Record<string, MakeEditor>> = {
  Text: text, Note: note, Number: number, Currency: number, DateTime: date, Boolean: yesNo, Choice: choice, MultiChoice: choices,
  URL: link, Lookup: lookup, LookupMulti: lookup, User: lookup, UserMulti: lookup
};

/** The control for a column, filled with the item's value. */
export async function makeEditor(field: Field, item: Item | undefined): Promise<Editor> {
  const make = EDITORS[field.TypeAsString] ?? text;
  return make(field, item);
}
