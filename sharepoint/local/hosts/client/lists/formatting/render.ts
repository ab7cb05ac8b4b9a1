import { h, safeHref } from '../dom';
import { evaluate, ExpressionError } from './expression';
import type { Scope } from './expression';
import { memberScope } from './row-scope';

interface FormatElement {
  readonly elmType?: unknown;
  readonly txtContent?: unknown;
  readonly style?: Readonly<Record<string, unknown>>;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly FormatElement[];
  readonly forEach?: unknown;
}

const ELEMENTS = ['div', 'span', 'a', 'p'] as const;
/** The attributes that SharePoint takes and these pages can show; icons and images are not drawn. */
const ATTRIBUTES = /^(class|title|target|rel|role|aria-[a-z]+)$/;

/** What a column, a row or a form's head looks like, by its JSON. @returns `null` where the JSON is none that these pages can draw */
export function formatted(json: string | null | undefined, scope: Scope): HTMLElement | null {
  const format = parsed(json);
  if (format === null) return null;
  try {
    return element(format as FormatElement, scope);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

/** JSON as an object; `null` for none and for what is no JSON. */
export function parsed(json: string | null | undefined): Readonly<Record<string, unknown>> | null {
  if (!json) return null;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // SharePoint shows the plain value then, too
  }
}

function element(format: FormatElement, scope: Scope): HTMLElement {
  const tag = ELEMENTS.find((one) => one === format.elmType);
  if (!tag) throw new ExpressionError(String(format.elmType));
  const made = h(tag);
  for (const [name, value] of Object.entries(format.style ?? {})) made.style.setProperty(name, text(value, scope));
  for (const [name, value] of Object.entries(format.attributes ?? {})) {
    if (name === 'href') made.setAttribute('href', safeHref(text(value, scope)) ?? '#');
    else if (ATTRIBUTES.test(name)) made.setAttribute(name, text(value, scope));
  }
  if (format.txtContent !== undefined) made.textContent = text(format.txtContent, scope);
  else made.append(...(format.children ?? []).flatMap((child) => repeated(child, scope)));
  return made;
}

function repeated(format: FormatElement, scope: Scope): HTMLElement[] {
  const loop = /^(\w+) in (?:@currentField|\[\$(\w+)\])$/.exec(typeof format.forEach === 'string' ? format.forEach : '');
  if (!loop) return [element(format, scope)];
  const members = scope.field(loop[2] ?? scope.currentField ?? '', []);
  return Array.isArray(members) ? members.map((member) => element(format, memberScope(scope, loop[1], member))) : [];
}

function text(value: unknown, scope: Scope): string {
  const found = evaluate(value, scope);
  return found === null || found === undefined ? '' : String(found);
}

/** Classes of a row by its view's formatting; none where there is none. */
export function rowClass(json: string | null | undefined, scope: Scope): string {
  const expression = parsed(json)?.additionalRowClass;
  if (expression === undefined) return '';
  try {
    return text(expression, scope);
  } catch (error) {
    if (error instanceof ExpressionError) return '';
    throw error;
  }
}
