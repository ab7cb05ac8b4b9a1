import type { Column } from './columns';
import { isIndexed, isLookup } from './columns';

/** SharePoint's names of the columns' types. */
export const TYPE_NAMES: Record<Column['type'], string> = {
  Text: 'Text', Note: 'Note', Number: 'Number', Date: 'DateTime', Moment: 'DateTime', Boolean: 'Boolean', Choice: 'Choice',
  MultiChoice: 'MultiChoice', Lookup: 'Lookup', MultiLookup: 'LookupMulti', Person: 'User', People: 'UserMulti', Link: 'URL'
};

/** Text as XML holds it, in attributes and elements. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * The `<Field>` element a column is created from. Its display name is the internal name, since SharePoint may take the internal name from
 * there; the Spanish title is given afterwards.
 * @param lookupListId id of the list a lookup points to
 * @throws when a lookup comes without it
 */
export function fieldXml(name: string, column: Column, lookupListId?: string): string {
  const attributes: Record<string, string> = {
    Type: TYPE_NAMES[column.type], Name: name, StaticName: name, DisplayName: name, Description: column.description, Group: 'SIGACI OKR',
    Required: flag(column.required === true), ...typeAttributes(column)
  };
  if (isIndexed(column)) attributes.Indexed = 'TRUE';
  if (column.unique) attributes.EnforceUniqueValues = 'TRUE';
  if (isLookup(column)) {
    if (!lookupListId) throw new Error(`No id for the list that ${name} points to.`);
    attributes.List = `{${lookupListId}}`;
    attributes.ShowField = column.show;
    if (column.type === 'MultiLookup') attributes.Mult = 'TRUE';
    if (column.type === 'Lookup' && column.restrictDelete) attributes.RelationshipDeleteBehavior = 'Restrict';
  }
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return `<Field${written}>${children(column)}</Field>`;
}

function typeAttributes(column: Column): Record<string, string> {
  switch (column.type) {
    case 'Text': return { MaxLength: String(column.maxLength) };
    case 'Note': return { NumLines: String(column.lines), RichText: 'FALSE', AppendOnly: 'FALSE' };
    case 'Number': return {
      ...(column.min === undefined ? {} : { Min: String(column.min) }),
      ...(column.max === undefined ? {} : { Max: String(column.max) }),
      ...(column.decimals === undefined ? {} : { Decimals: String(column.decimals) })
    };
    case 'Date': return { Format: 'DateOnly', FriendlyDisplayFormat: 'Disabled' };
    case 'Moment': return { Format: 'DateTime', FriendlyDisplayFormat: 'Disabled' };
    case 'Choice': return { Format: 'Dropdown', FillInChoice: 'FALSE' };
    case 'MultiChoice': return { FillInChoice: flag(column.fillIn) };
    case 'Person': return { List: 'UserInfo', ShowField: 'ImnName', UserSelectionMode: 'PeopleOnly' };
    case 'People': return { List: 'UserInfo', ShowField: 'ImnName', UserSelectionMode: 'PeopleOnly', Mult: 'TRUE' };
    case 'Link': return { Format: 'Hyperlink' };
    case 'Boolean': case 'Lookup': case 'MultiLookup': return {};
  }
}

function children(column: Column): string {
  const choices = column.type === 'Choice' || column.type === 'MultiChoice'
    ? `<CHOICES>${column.choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join('')}</CHOICES>` : '';
  return defaultOf(column) + choices;
}

function defaultOf(column: Column): string {
  if (column.type === 'Boolean') return `<Default>${column.default ? '1' : '0'}</Default>`;
  if ((column.type === 'Number' || column.type === 'Choice') && column.default !== undefined) {
    return `<Default>${escapeXml(String(column.default))}</Default>`;
  }
  return '';
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}
