import type { Field } from './list-model';
import { parsed } from './formatting/render';
import { get } from './rest';

export interface FormLayout {
  /** JSON of the head, as text. */
  readonly header: string | null;
  readonly sections: readonly { readonly title: string; readonly fields: readonly Field[] }[];
}

interface Body { readonly sections?: readonly { readonly displayname?: string; readonly fields?: readonly string[] }[] }

/** How a list's form is laid out: SharePoint keeps it on the content type. Columns are named by title; what no section names stands in the last. */
export async function readFormLayout(path: string, fields: readonly Field[]): Promise<FormLayout> {
  const types = (await get<{ value: { StringId: string; ClientFormCustomFormatter: string | null }[] }>(`${path}/contenttypes`)).value;
  const form = parsed(types.find(({ StringId }) => !StringId.startsWith('0x0120'))?.ClientFormCustomFormatter);
  const text = (part: unknown): string | null => (typeof part === 'string' ? part : part ? JSON.stringify(part) : null);
  const body = parsed(text(form?.bodyJSONFormatter)) as Body | null;
  const taken = new Set<Field>();
  const sections = (body?.sections ?? []).map((section) => {
    const own = (section.fields ?? []).flatMap((title) => fields.filter((field) => field.Title === title && !taken.has(field)));
    own.forEach((field) => taken.add(field));
    return { title: section.displayname ?? '', fields: own };
  });
  const rest = fields.filter((field) => !taken.has(field));
  const last = sections.pop() ?? { title: '', fields: [] };
  return { header: text(form?.headerJSONFormatter), sections: [...sections, { ...last, fields: [...last.fields, ...rest] }] };
}
