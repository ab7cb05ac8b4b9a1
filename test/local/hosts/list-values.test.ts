import { formatDate, fromInput, toInput } from '../../../sharepoint/local/hosts/client/lists/dates';
import { query, textOf, writtenProperty, writtenValue } from '../../../sharepoint/local/hosts/client/lists/field-values';
import { formFields } from '../../../sharepoint/local/hosts/client/lists/list-model';
import type { Field } from '../../../sharepoint/local/hosts/client/lists/list-model';
import { formatNumber, parseNumber } from '../../../sharepoint/local/hosts/client/lists/numbers';

function field(InternalName: string, TypeAsString: string, more: Partial<Field> = {}): Field {
  return {
    Id: InternalName, InternalName, EntityPropertyName: InternalName, Title: InternalName, Description: '', TypeAsString, Required: false, ReadOnlyField: false,
    Hidden: false, FromBaseType: false, CanBeDeleted: true, EnforceUniqueValues: false, Sortable: true, SchemaXml: '<Field />', DefaultValue: null, ...more
  };
}

describe('numbers', () => {
  it.each([['1.234,5', 1234.5], ['1234,5', 1234.5], ['-0,5', -0.5], ['1.234.567', 1234567], ['12', 12], [' 7 ', 7], ['\u22123', -3], [',5', 0.5]])('%s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });
  it.each(['1234.5', '1.23', '1,2,3', 'doce', '1e3', '', '-', '1 000', '0x10', ','])('%s is none', (typed) => {
    expect(parseNumber(typed)).toBeUndefined();
  });
  it('writes what it reads', () => {
    for (const value of [0, 1234.5, -22.286, 1e9, 0.000001]) expect(parseNumber(formatNumber(value))).toBe(value);
  });
});

describe('dates', () => {
  it('are days and hours of the site, not of the machine', () => {
    expect(toInput('2023-10-01T05:00:00Z', false)).toBe('2023-10-01');
    expect(toInput('2023-10-01T04:59:00Z', true)).toBe('2023-09-30T23:59');
    expect(fromInput('2023-10-01')).toBe('2023-10-01T05:00:00Z');
    expect(fromInput('2023-10-01T10:42')).toBe('2023-10-01T15:42:00Z');
    expect(formatDate('2023-10-01T04:59:00Z', false)).toBe('30/9/2023');
  });
});

describe('columns', () => {
  const processes = field('Processes', 'LookupMulti', { LookupField: 'Title' });
  const leader = field('Leader', 'User');
  const target = field('Target', 'Number');
  const item = { Id: 3, Target: 1234.5, Active: true, Processes: [{ Id: 6, Title: 'COOP' }, { Id: 7, Title: 'INV' }], Leader: { Id: 9, Title: 'Profesional COOP' }, EndDate: '2023-12-31T05:00:00Z' };

  it('are asked for with what a lookup points to', () => {
    expect(query([target, processes, leader])).toBe('$select=Id,Target,Processes/Id,Processes/Title,Leader/Id,Leader/Title&$expand=Processes,Leader');
    expect(query([target])).toBe('$select=Id,Target');
  });

  it('are shown as people read them', () => {
    expect(textOf(processes, item)).toBe('COOP; INV');
    expect(textOf(target, item)).toBe('1.234,5');
    expect(textOf(field('Active', 'Boolean'), item)).toBe('Sí');
    expect(textOf(field('EndDate', 'DateTime', { DisplayFormat: 0 }), item)).toBe('31/12/2023');
    expect(textOf(field('Gone', 'Text'), item)).toBe('');
  });

  it('are written by id', () => {
    expect([writtenProperty(processes), writtenValue(processes, item)]).toEqual(['ProcessesId', [6, 7]]);
    expect([writtenProperty(leader), writtenValue(leader, item)]).toEqual(['LeaderId', 9]);
    expect(writtenValue(leader, {})).toBeNull();
    expect(writtenValue(processes, {})).toEqual([]);
  });

  it('stand in forms unless hidden, computed or SharePoint’s own', () => {
    const fields = [
      field('Title', 'Text', { FromBaseType: true }), target, field('Author', 'User', { FromBaseType: true }), field('Secret', 'Text', { Hidden: true }),
      field('Sum', 'Calculated'), field('Key0', 'Text', { SchemaXml: '<Field ShowInEditForm="FALSE" />' })
    ];
    expect(formFields(fields, 'New').map(({ InternalName }) => InternalName)).toEqual(['Title', 'Target', 'Key0']);
    expect(formFields(fields, 'Edit').map(({ InternalName }) => InternalName)).toEqual(['Title', 'Target']);
  });
});
