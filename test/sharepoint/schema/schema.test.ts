import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { viewQuery } from '../../../src/sharepoint/schema/caml';
import { isIndexed, isLookup } from '../../../src/sharepoint/schema/columns';
import { fieldXml } from '../../../src/sharepoint/schema/field-xml';
import { listNames, listSchemas, schemaOf } from '../../../src/sharepoint/schema';
import type { RowToWrite } from '../../../src/sharepoint/schema';

const builtIn = ['ID', 'Title', 'Author', 'Created', 'Editor', 'Modified'];

test('has the fourteen lists of the design', () => {
  expect([...listNames].sort()).toEqual([
    'CheckIns', 'Cutoffs', 'Decisions', 'IndicatorYears', 'Indicators', 'KeyResults', 'Plans', 'Processes', 'ProgrammedTargets',
    'Quarters', 'Reviews',
    'StrategicObjectives', 'TacticalObjectives', 'TargetChanges'
  ]);
});

describe.each(listSchemas.map((schema) => [schema.name, schema] as const))('%s', (_name, schema) => {
  const columns = Object.entries(schema.columns);

  test('comes after the lists it points to, and shows a column that they have', () => {
    for (const [name, column] of columns) {
      if (!isLookup(column)) continue;
      expect([name, listNames.indexOf(column.list) <= listNames.indexOf(schema.name)]).toEqual([name, true]);
      expect(['Title', ...Object.keys(schemaOf(column.list).columns)]).toContain(column.show);
    }
  });

  test('stays within SharePoint’s limits', () => {
    const indexed = columns.filter(([, column]) => isIndexed(column)).length + (
      schema.titleColumn.unique || schema.titleColumn.indexed ? 1 : 0
    );
    expect(indexed).toBeLessThanOrEqual(20);
    // Twelve lookups a query, two of them Author and Editor.
    expect(columns.filter(([, column]) => /Lookup|Person|People/.test(column.type)).length).toBeLessThanOrEqual(10);
    for (const [name, column] of columns) {
      expect(name).toMatch(/^[A-Z][A-Za-z]*0?$/);
      expect(name.length).toBeLessThanOrEqual(32);
      if (isIndexed(column)) expect(['Text', 'Choice', 'Number', 'Date', 'Moment', 'Boolean', 'Lookup', 'Person']).toContain(column.type);
    }
  });

  test('every column has a title of its own and a description, in Spanish', () => {
    const titles = [schema.titleColumn.title, ...columns.map(([, column]) => column.title)];
    expect(new Set(titles).size).toBe(titles.length);
    for (const { title, description } of [schema, schema.titleColumn, ...columns.map(([, column]) => column)]) {
      expect(title.trim()).not.toBe('');
      expect(description).toMatch(/\S{2,}.*[.\d\dóna-z]$/);
      expect(description.length).toBeLessThanOrEqual(255);
    }
  });

  test('views have addresses and titles of their own and known columns', () => {
    const known = [...builtIn, ...Object.keys(schema.columns)];
    expect(schema.views[0].name).toBe('AllItems');
    expect(new Set(schema.views.map((view) => view.name)).size).toBe(schema.views.length);
    expect(new Set(schema.views.map((view) => view.title)).size).toBe(schema.views.length);
    for (const view of schema.views) {
      for (const column of view.columns) expect(known).toContain(column);
      const used = [...viewQuery(view).matchAll(/FieldRef Name="(\w+)"/g)].map((match) => match[1]);
      for (const column of used) expect(known).toContain(column);
      expect(XMLValidator.validate(`<Query>${viewQuery(view)}</Query>`)).toBe(true);
      // SharePoint cannot group by a column of several values or of several lines.
      if (view.groupBy && schema.columns[view.groupBy]) expect(schema.columns[view.groupBy].type).not.toMatch(/Multi|People|Note/);
    }
  });

  test('columns become well-formed XML that says what the schema says', () => {
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false });
    for (const [name, column] of columns) {
      const xml = fieldXml(name, column, 'd2719c1e-0000-4000-8000-000000000000');
      expect(XMLValidator.validate(xml)).toBe(true);
      const field = parser.parse(xml).Field;
      expect(field).toMatchObject({ Name: name, DisplayName: name, StaticName: name });
      expect(field.Indexed === 'TRUE').toBe(isIndexed(column));
      expect(field.EnforceUniqueValues === 'TRUE').toBe(column.unique === true);
      expect(field.RelationshipDeleteBehavior === 'Restrict').toBe(column.type === 'Lookup' && column.restrictDelete === true);
    }
  });
});

test('a row that others stand on cannot be deleted under them', () => {
  const restricted = listSchemas.flatMap((schema) => Object.entries(schema.columns)
    .filter(([, column]) => column.type === 'Lookup' && column.restrictDelete)
    .map(([name]) => `${schema.name}.${name}`));
  expect(restricted).toEqual(expect.arrayContaining([
    'StrategicObjectives.Plan', 'TacticalObjectives.StrategicObjective', 'KeyResults.TacticalObjective', 'CheckIns.KeyResult',
    'CheckIns.Process',
    'Reviews.CheckIn', 'Cutoffs.KeyResult', 'TargetChanges.KeyResult', 'ProgrammedTargets.KeyResult', 'Quarters.Plan',
    'IndicatorYears.Indicator'
  ]));
});

test('a lookup cannot be written without the list it points to', () => {
  expect(() => fieldXml('Plan', schemaOf('Quarters').columns.Plan)).toThrow('Plan');
});

test('text with marks is escaped', () => {
  const xml = fieldXml('Mark', { type: 'Choice', title: 'x', description: 'a < "b" & \'c\'', choices: ['<&>'] });
  expect(new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', htmlEntities: true }).parse(xml).Field).toMatchObject({
    Description: 'a < "b" & \'c\'', CHOICES: { CHOICE: '<&>' }
  });
});

test('rows to write are typed by column', () => {
  const row: RowToWrite<'CheckIns'> = { Title: 'x', KeyResultId: 3, Quarter: '2023-T3', Value: 2.5 };
  // @ts-expect-error a lookup is written by its id
  const wrong: RowToWrite<'CheckIns'> = { KeyResult: 3 };
  // @ts-expect-error no such column
  const misspelt: RowToWrite<'CheckIns'> = { Quater: '2023-T3' };
  expect([row, wrong, misspelt]).toHaveLength(3);
});
