import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientOf, raw, withSite } from './support';

type Shapes = Record<string, { samples: number; props: Record<string, Record<string, number>> }>;
const shapes = JSON.parse(readFileSync(join(__dirname, 'recorded-shapes.json'), 'utf8')) as Shapes;

/** Properties recorded in (nearly) every sample that we knowingly do not give. The list may only become shorter. */
const LACKING: Record<string, string[]> = {
  Web: [], List: [], Field: [], View: [], User: [], Group: [], RoleDefinition: [], File: [], Folder: [], ContentType: [], Attachment: [],
  ListItem: [],
  ItemVersion: [], ValidateUpdate: [], Change: [], RecycleBinItem: []
};

const typeOf = (value: unknown): string => {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

/** What our answers contradict: a property of a type it was never recorded with; and what they lack of what was always there. */
function compare(name: string, answers: Record<string, unknown>[]): { contradictions: string[]; lacking: string[] } {
  const { samples, props } = shapes[name];
  const contradictions = new Set<string>();
  for (const answer of answers) {
    for (const [property, value] of Object.entries(answer)) {
      const recorded = props[property];
      // Empty is no contradiction where the property was seen but a few times.
      const rare = value === null && Object.values(recorded ?? {}).reduce((sum, count) => sum + count, 0) < 50;
      if (recorded && !recorded[typeOf(value)] && !rare) {
        contradictions.add(`${property}: ${typeOf(value)}, recorded ${Object.keys(recorded).join('|')}`);
      }
    }
  }
  const always = Object.entries(props).filter(([, types]) => Object.values(types).reduce((sum, count) => sum + count, 0) >= samples)
    .map(([property]) => property)
    // Goes with the verbose form alone.
    .filter((property) => property !== '__metadata');
  return { contradictions: [...contradictions], lacking: always.filter((property) => !answers.some((answer) => property in answer)) };
}

describe('answers have the shapes that were recorded of SharePoint Online', () => {
  const site = withSite();
  const answers: Record<string, Record<string, unknown>[]> = {};

  beforeAll(async () => {
    const { web } = clientOf(site(), 'planeacion');
    const target = await web.lists.add('Procesos');
    await web.getList('/Lists/Procesos').items.add({ Title: 'COOP' });
    await web.lists.add('Formas', '', 100, false, { EnableVersioning: true });
    const list = web.getList('/Lists/Formas');
    const kinds = ['Text', 'Number', 'Currency', 'Boolean', 'Note', 'URL', 'DateTime', 'User', 'UserMulti'];
    for (const kind of kinds) {
      await list.fields.createFieldAsXml(`<Field Type="${kind}" DisplayName="${kind}1" />`);
    }
    await list.fields.createFieldAsXml('<Field Type="Choice" DisplayName="ChoiceSingle1"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>');
    await list.fields.createFieldAsXml(
      '<Field Type="MultiChoice" DisplayName="ChoiceMulti1"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>');
    await list.fields.createFieldAsXml(`<Field Type="Lookup" DisplayName="LookupSingleField1" List="{${target.Id}}" ShowField="Title" />`);
    await list.fields.createFieldAsXml(
      `<Field Type="LookupMulti" Mult="TRUE" DisplayName="LookupMultiField1" List="{${target.Id}}" ShowField="Title" />`);
    await list.fields.addCalculated('Calculated1', { Formula: '=[Number1]*2', OutputType: 9 });
    const me = (await web.currentUser()).Id;
    await list.items.add({
      Title: 'llena', Text1: 't', Number1: 1.5, Currency1: 2, Boolean1: true, Note1: 'n',
      URL1: { Url: 'https://aci.example', Description: 'x' }, DateTime1: '2021-01-01T00:00:00Z', User1Id: me,
      UserMulti1Id: [me], ChoiceSingle1: 'a', ChoiceMulti1: ['a'], LookupSingleField1Id: 1, LookupMultiField1Id: [1]
    });
    await list.items.add({});
    await list.items.getById(1).attachmentFiles.add('a.txt', 'x');
    await list.items.getById(1).update({ Title: 'llena dos' });
    await web.lists.add('SIGACI', '', 101, false, { EnableVersioning: true });
    await web.getFolderByServerRelativePath('/SIGACI').files.addUsingPath('a.txt', 'x');
    await web.getFolderByServerRelativePath('/SIGACI').files.addUsingPath('b.txt', 'x');
    await web.getFileByServerRelativePath('/SIGACI/b.txt').recycle();
    const many = async (name: string, path: string, init = {}): Promise<void> => {
      answers[name] = [...(answers[name] ?? []), ...((await raw(site(), `/_api/web/${path}`, init)).json.value as Record<string,
        unknown>[])];
    };
    const one = async (name: string, path: string): Promise<void> => {
      answers[name] = [...(answers[name] ?? []), (await raw(site(), `/_api/web/${path}`)).json];
    };
    const forms = "getList('/Lists/Formas')";
    await one('Web', '');
    await many('List', 'lists');
    await many('Field', `${forms}/fields`);
    await many('Field', "getList('/SIGACI')/fields");
    await many('View', `${forms}/views`);
    await many('User', 'siteusers');
    await many('Group', 'sitegroups');
    await many('RoleDefinition', 'roledefinitions');
    await many('File', "getFolderByServerRelativePath(decodedUrl='/SIGACI')/files");
    await many('Folder', 'folders');
    await many('ContentType', `${forms}/contenttypes`);
    await many('Attachment', `${forms}/items(1)/attachmentfiles`);
    await many('ListItem', `${forms}/items`);
    await many('ListItem', "getList('/SIGACI')/items");
    await many('ItemVersion', `${forms}/items(1)/versions`);
    await many('RecycleBinItem', 'recyclebin');
    await many('ValidateUpdate', `${forms}/items(2)/validateupdatelistitem`,
      { method: 'POST', json: { formValues: [{ FieldName: 'Title', FieldValue: 'x' }, { FieldName: 'Number1', FieldValue: 'x' }] } });
    await many('Change', `${forms}/getchanges`, { method: 'POST', json: { query: { Add: true, Update: true, Item: true, Field: true } } });
  });

  it.each(Object.keys(shapes))('%s', (name) => {
    expect(answers[name].length).toBeGreaterThan(0);
    const { contradictions, lacking } = compare(name, answers[name]);
    expect(contradictions).toEqual([]);
    expect(lacking).toEqual(LACKING[name]);
  });
});
