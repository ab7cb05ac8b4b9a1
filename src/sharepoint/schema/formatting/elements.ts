/**
 * SharePoint's JSON formatting, as far as the lists use it (column formatting schema v2). Values that begin with `=` are expressions; fields
 * are named by internal name, `[$Light]`.
 */
export interface FormatElement {
  readonly elmType: 'div' | 'span' | 'a' | 'p';
  readonly txtContent?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly FormatElement[];
  /** `process in [$Processes]` */
  readonly forEach?: string;
}

/** How a column looks in every view. */
export interface ColumnFormat extends FormatElement {
  readonly $schema: typeof COLUMN_SCHEMA;
}

/** An expression as a tree, which is all that the published schema takes in a row's class. */
export interface ExpressionTree {
  readonly operator: string;
  readonly operands: readonly (string | number | boolean | ExpressionTree)[];
}

/** How a view's rows look. */
export interface ViewFormat {
  readonly $schema: typeof VIEW_SCHEMA;
  readonly additionalRowClass: ExpressionTree;
}

/** A form's sections by internal names; SharePoint itself takes titles, which are put in when the form is written. */
export interface FormFormat {
  readonly header: FormatElement;
  readonly sections: readonly { readonly title: string; readonly columns: readonly string[] }[];
}

export const COLUMN_SCHEMA = 'https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json';
export const VIEW_SCHEMA = 'https://developer.microsoft.com/json-schemas/sp/v2/view-formatting.schema.json';

/** The page that people follow key results on, made when the site is set up (README). */
const FOLLOW_UP_PAGE = '/SitePages/Seguimiento.aspx?okr=';

/** Classes that follow the site's theme, light or dark: never a colour of ours. */
export const QUIET = 'ms-fontColor-neutralSecondary';
const NEUTRAL = 'ms-bgColor-neutralLighter ms-fontColor-neutralPrimary';
const TONES = {
  good: 'sp-field-severity--good', low: 'sp-field-severity--low', warning: 'sp-field-severity--warning',
  severe: 'sp-field-severity--severeWarning', neutral: NEUTRAL
} as const;

export type Tone = keyof typeof TONES;

/** A value of a choice as people see it: a shape, which tells it apart without colour, and a word. */
export interface PillCase {
  readonly value: string;
  readonly word: string;
  readonly shape: string;
  readonly tone: Tone;
}

/** Text within an expression. */
export function quote(text: string): string {
  return `'${text.replace(/'/g, '')}'`;
}

/** `=if(@currentField == 'a', …, if(…))`: the first case that holds. */
function choose(cases: readonly PillCase[], pick: (one: PillCase) => string, otherwise: string): string {
  const body = [...cases].reverse().reduce((rest, one) => `if(@currentField == ${quote(one.value)}, ${quote(pick(one))}, ${rest})`, otherwise);
  return `=${body}`;
}

/** A choice as a pill with shape and word. A value that is none of the cases is shown as it is; an empty one shows nothing. */
export function pill(cases: readonly PillCase[]): ColumnFormat {
  return {
    $schema: COLUMN_SCHEMA,
    elmType: 'div',
    style: { 'display': 'flex', 'align-items': 'center' },
    children: [{
      elmType: 'div',
      style: {
        'display': "=if(@currentField == '', 'none', 'flex')", 'align-items': 'center', 'border-radius': '12px', 'padding': '2px 10px',
        'white-space': 'nowrap'
      },
      attributes: { class: choose(cases, ({ tone }) => TONES[tone], quote(NEUTRAL)) },
      children: [
        {
          elmType: 'span', style: { 'padding-right': '6px' }, attributes: { 'aria-hidden': 'true' },
          txtContent: choose(cases, ({ shape }) => shape, "''")
        },
        { elmType: 'span', txtContent: choose(cases, ({ word }) => word, '@currentField') }
      ]
    }]
  };
}

/** A choice's value in people's words; what is none of the values is shown as it is. */
export function words(cases: readonly { readonly value: string; readonly word: string }[]): ColumnFormat {
  return {
    $schema: COLUMN_SCHEMA, elmType: 'div',
    txtContent: choose(cases.map(one => ({ ...one, shape: '', tone: 'neutral' as const })), ({ word }) => word, '@currentField')
  };
}

const percent = (value: string): string => `toString(floor(${value} * 100 + 0.5)) + ' %'`;
/** Held to 0…1, as a width. */
const share = (value: string): string => `=if(${value} >= 1, '100%', if(${value} <= 0, '0%', toString(${value} * 100) + '%'))`;

/** A progress as a bar with its expected mark, and both in words. @param expected column with the expected progress */
export function progressBar(expected: string): ColumnFormat {
  const mark = `[$${expected}]`;
  const known = `toString(${mark}) != ''`;
  return {
    $schema: COLUMN_SCHEMA,
    elmType: 'div',
    style: { 'display': 'flex', 'flex-direction': 'column', 'min-width': '150px', 'padding': '4px 0' },
    children: [
      {
        elmType: 'span',
        attributes: { class: `=if(toString(@currentField) == '', '${QUIET}', '')` },
        txtContent: `=if(toString(@currentField) == '', 'Sin dato', ${percent('@currentField')} `
          + `+ if(${known}, ' · esperado ' + ${percent(mark)}, ''))`
      },
      {
        elmType: 'div',
        style: {
          'display': "=if(toString(@currentField) == '', 'none', 'block')", 'position': 'relative', 'height': '8px', 'width': '100%',
          'margin-top': '4px', 'border-radius': '4px'
        },
        attributes: { 'class': 'ms-bgColor-neutralLight', 'aria-hidden': 'true' },
        children: [
          {
            elmType: 'div', attributes: { class: 'ms-bgColor-themePrimary' },
            style: { 'height': '8px', 'border-radius': '4px', 'width': share('@currentField') }
          },
          {
            elmType: 'div', attributes: { class: 'ms-bgColor-neutralDark' },
            style: {
              'display': `=if(${known}, 'block', 'none')`, 'position': 'absolute', 'top': '-3px', 'width': '2px', 'height': '14px',
              'left': share(mark)
            }
          }
        ]
      }
    ]
  };
}

/** A progress as a percentage. */
export function percentage(): ColumnFormat {
  return { $schema: COLUMN_SCHEMA, elmType: 'div', txtContent: `=if(toString(@currentField) == '', '', ${percent('@currentField')})` };
}

const DAY = 86400000;

/**
 * A date by which something is due: overdue, today or soon in words, else the date.
 * @param pending condition under which it still matters; @param past word before "hace N días"; @param coming before "en N días"
 * @param tone how much a day that has passed matters
 */
export function dueDate(pending: string, past: string, coming: string, tone: 'severe' | 'warning' = 'severe'): ColumnFormat {
  const due = 'Number(@currentField)';
  const now = 'Number(@now)';
  const overdue = `(@currentField && ${pending} && ${due} + ${DAY} <= ${now})`;
  const days = (from: string, to: string, round: 'floor' | 'ceiling'): string => `${round}((${to} - ${from}) / ${DAY})`;
  const count = (value: string): string => `if(${value} == 1, '1 día', toString(${value}) + ' días')`;
  const late = days(due, now, 'floor');
  const left = days(now, due, 'ceiling');
  return {
    $schema: COLUMN_SCHEMA,
    elmType: 'div',
    style: { 'display': 'flex', 'flex-direction': 'column' },
    children: [
      { elmType: 'span', txtContent: "=if(@currentField, toLocaleDateString(@currentField), '')" },
      {
        elmType: 'span',
        style: {
          display: `=if(@currentField && ${pending} && ${due} <= ${now} + ${7 * DAY}, 'inline', 'none')`,
          'border-radius': '4px', 'padding': '0 6px', 'width': 'fit-content', 'white-space': 'nowrap'
        },
        attributes: { class: `=if(${overdue}, '${TONES[tone]}', '${TONES.warning}')` },
        txtContent: `=if(${overdue}, '${tone === 'severe' ? '◆' : '▲'} ${past} hace ' + ${count(late)}, if(${due} <= ${now}, '▲ ${coming} hoy', `
          + `'▲ ${coming} en ' + ${count(left)}))`
      }
    ]
  };
}

/**
 * A key as a link to its key result in the follow-up page.
 * @param ownsQuarter whether a quarter follows the key result's code
 */
export function followUpLink(ownsQuarter: boolean): ColumnFormat {
  const key = ownsQuarter ? "substring(@currentField, 0, lastIndexOf(@currentField, '/'))" : '@currentField';
  return {
    $schema: COLUMN_SCHEMA,
    elmType: 'a',
    style: { 'display': "=if(@currentField == '', 'none', 'inline')", 'white-space': 'nowrap' },
    attributes: { 'href': `=@currentWeb + '${FOLLOW_UP_PAGE}' + replace(${key}, '/', '/kr/')`, 'title': '@currentField' },
    txtContent: 'Ver en Seguimiento'
  };
}

/** Looked-up rows as tags; none is said in words. */
export function tags(column: string, none: string): ColumnFormat {
  return {
    $schema: COLUMN_SCHEMA,
    elmType: 'div',
    style: { 'display': 'flex', 'flex-wrap': 'wrap' },
    children: [
      {
        elmType: 'span', forEach: `one in [$${column}]`, txtContent: '[$one.lookupValue]', attributes: { class: NEUTRAL },
        style: { 'border-radius': '4px', 'padding': '0 6px', 'margin': '1px 4px 1px 0' }
      },
      {
        elmType: 'span', txtContent: `▲ ${none}`, attributes: { class: TONES.warning },
        style: { 'display': `=if(length([$${column}]) == 0, 'inline', 'none')`, 'border-radius': '4px', 'padding': '0 6px' }
      }
    ]
  };
}

/** A number that may be one of a publisher's codes, which are said in words. */
export function codedNumber(codes: readonly { readonly value: number; readonly word: string }[]): ColumnFormat {
  const shown = 'if(@currentField.displayValue, @currentField.displayValue, toString(@currentField))';
  const isCode = codes.map(({ value }) => `@currentField == ${value}`).join(' || ');
  return {
    $schema: COLUMN_SCHEMA, elmType: 'div',
    attributes: { class: `=if(toString(@currentField) != '' && (${isCode}), '${QUIET}', '')` },
    txtContent: `=if(toString(@currentField) == '', '', ${codes.reduceRight(
      (rest, { value, word }) => `if(@currentField == ${value}, ${quote(word)}, ${rest})`, shown
    )})`
  };
}

/** Rows for which a condition holds stand back, or stand out. */
export function rowClass(condition: ExpressionTree, name: string): ViewFormat {
  return { $schema: VIEW_SCHEMA, additionalRowClass: { operator: '?', operands: [condition, name, ''] } };
}

/** A form's head: what the row is, a line on how to fill it in, and a link where there is one. */
export function formHeader(title: string, advice: string, withLink = false): FormatElement {
  const link: FormatElement = {
    elmType: 'a', txtContent: 'Ver en Seguimiento',
    style: { 'display': "=if([$Key0] == '', 'none', 'inline')", 'padding-top': '4px' },
    attributes: { href: `=@currentWeb + '${FOLLOW_UP_PAGE}' + replace([$Key0], '/', '/kr/')`, target: '_blank', rel: 'noopener noreferrer' }
  };
  return {
    elmType: 'div',
    style: { 'display': 'flex', 'flex-direction': 'column', 'align-items': 'flex-start', 'text-align': 'left', 'padding': '8px 12px 16px' },
    children: [
      { elmType: 'div', txtContent: title, attributes: { class: 'ms-fontSize-20 ms-fontWeight-semibold ms-fontColor-neutralPrimary' } },
      { elmType: 'div', txtContent: advice, attributes: { class: QUIET }, style: { 'padding-top': '4px' } },
      ...(withLink ? [link] : [])
    ]
  };
}
