/** @jest-environment jsdom */
import type { Field, View } from '../../../sharepoint/local/hosts/client/lists/list-model';
import { groupFields, viewXml } from '../../../sharepoint/local/hosts/client/lists/view-query';

function view(ViewQuery: string): View {
  return { Id: '', Title: '', ServerRelativeUrl: '', DefaultView: true, Hidden: false, RowLimit: 30, ViewQuery, ViewFields: { Items: ['LinkTitle', 'Code', 'Target'] } };
}
const fields = [['Title', 'Text'], ['Code', 'Text'], ['Target', 'Number'], ['Other', 'Text']].map(([InternalName, TypeAsString]) => ({ InternalName, TypeAsString }) as Field);
const xmlOf = (query: string, wishes: Parameters<typeof viewXml>[2] = {}): Document => new DOMParser().parseFromString(viewXml(view(query), fields, wishes), 'text/xml');
const names = (xml: Document, selector: string): (string | null)[] => [...xml.querySelectorAll(selector)].map((one) => one.getAttribute('Name'));

it('asks for the view’s columns, its order and its condition', () => {
  const xml = xmlOf('<Where><IsNull><FieldRef Name="Processes"/></IsNull></Where><OrderBy><FieldRef Name="Code"/></OrderBy>');
  expect(names(xml, 'View > ViewFields > FieldRef')).toEqual(['ID', 'Title', 'LinkTitle', 'Code', 'Target']);
  expect(xml.querySelector('RowLimit')?.outerHTML).toBe('<RowLimit Paged="TRUE">30</RowLimit>');
  expect(names(xml, 'OrderBy > FieldRef')).toEqual(['Code']);
  expect(xml.querySelector('Where')?.innerHTML).toContain('<IsNull>');
});

it('puts the person’s order in the place of the view’s', () => {
  const xml = xmlOf('<OrderBy><FieldRef Name="Code"/></OrderBy>', { sort: { field: 'Target', ascending: false } });
  expect(names(xml, 'OrderBy > FieldRef')).toEqual(['Target']);
  expect(xml.querySelector('OrderBy > FieldRef')?.getAttribute('Ascending')).toBe('FALSE');
});

it('keeps groups together, whatever the order', () => {
  const grouped = '<GroupBy Collapse="FALSE"><FieldRef Name="Objective"/></GroupBy><OrderBy><FieldRef Name="Code"/></OrderBy>';
  expect(groupFields(view(grouped))).toEqual(['Objective']);
  const xml = xmlOf(grouped, { sort: { field: 'Target', ascending: true } });
  expect(names(xml, 'OrderBy > FieldRef')).toEqual(['Objective', 'Target']);
  expect(xml.querySelector('GroupBy')).toBeNull();
});

it('looks for the text in the view’s texts, besides its own condition, and never reads it as markup', () => {
  const xml = xmlOf('<Where><IsNull><FieldRef Name="Processes"/></IsNull></Where>', { text: '</Value><x>&' });
  expect(xml.querySelector('Where')?.firstElementChild?.tagName).toBe('And');
  expect(names(xml, 'And > IsNull > FieldRef')).toEqual(['Processes']);
  expect(names(xml, 'And > Or > Contains > FieldRef')).toEqual(['Title', 'Code']);
  expect(xml.querySelector('Contains > Value')?.textContent).toBe('</Value><x>&');
  expect(xml.querySelector('x')).toBeNull();
});
