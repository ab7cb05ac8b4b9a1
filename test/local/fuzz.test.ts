import { request } from 'node:http';
import fc from 'fast-check';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { raw, withSite } from './support';

/** More of them with FUZZ_RUNS; the seed is fixed so that a failure can be had again, and FUZZ_SEED changes it. */
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 300), seed: Number(process.env.FUZZ_SEED ?? 20231005), endOnFailure: true };

const NAMES = ['web', 'site', 'lists', 'items', 'fields', 'views', 'contenttypes', 'rootfolder', 'files', 'folders', 'recyclebin',
  'currentuser',
  'siteusers', 'sitegroups', 'roleassignments', 'roledefinitions', 'regionalsettings', 'timezone', 'timezones', 'webs', 'navigation',
  'quicklaunch', 'usercustomactions', 'subscriptions', 'forms', 'versions', 'attachmentfiles', 'fieldvaluesastext', 'parentlist', 'file',
  'folder', 'listitemallfields', 'users', 'owner', 'groups', 'allproperties', 'siteuserinfolist', 'defaultview', 'viewfields', 'title',
    'Id',
  'effectivebasepermissions', 'firstuniqueancestorsecurableobject', '$value', 'storagemetrics', 'properties', 'availablefields', 'features',
  'contextinfo', '$batch', 'constructor', '__proto__', 'toString', 'getcatalog', 'getlistitemchangessincetoken', 'renderlistdataasstream',
  'getitems', 'getchanges', 'validateupdatelistitem', 'addvalidateupdateitemusingpath', 'reservelistitemid', 'recycle', 'restore',
  'breakroleinheritance', 'resetroleinheritance', 'ensureuser', 'checkout', 'checkin', 'publish', 'moveto', 'copyto', 'startupload',
  'continueupload', 'finishupload', 'createfieldasxml', 'addfield', 'setviewxml', 'renderlistformdata', 'getwopiframeurl', 'openwebbyid',
  'sp.site.exists', 'sp.web.getdocumentlibraries', 'siteiconmanager', 'setsitelogo', 'sp.relateditemmanager.addsinglelink',
  'sp.movecopyutil.movefilebypath', 'getuserbyid', 'getfilebyid', 'maptoicon', 'getavailablewebtemplates', 'getstorageentity'];
const GOOD = ["web/lists/getbytitle('F')", "web/lists/getbytitle('F')/items", "web/lists/getbytitle('F')/items(1)",
  "web/lists/getbytitle('L')",
  "web/getfolderbyserverrelativepath(decodedurl='/L')", "web/getfilebyserverrelativepath(decodedurl='/L/a.txt')", 'web/recyclebin', 'web',
  'web/siteuserinfolist', 'web/siteuserinfolist/items(1)', 'web/navigation/quicklaunch', 'web/siteusers', 'web/sitegroups(3)', 'site'];
const WORDS = ["'", "''", "'''", '(', ')', '1', '-1', '0', '1e400', '99999999999999999999', "guid'x'", "datetime'2023-13-45'", 'true',
  'null', '@p',
  "'%'", '%25', '%zz', '%00', '%E0%A4', '..', '//', '\u{1F600}', 'ñ', ';', ',', 'DROP TABLE lists', "' OR 1=1 --", '<View>', '&', '#', '?',
    '$', '*'];
const OPTIONS = ['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$skiptoken', '$format', '$inlinecount', '$nada', '@p',
  'FilterField1',
  'FilterValue1', 'SortField', 'View'];
const TERMS = ['Title', 'Id', 'ID', 'Valor', 'Fecha', 'Persona', 'Persona/Title', 'Author/Title', 'Padre/Title', 'Padre', 'PadreId', 'eq',
  'ne', 'gt',
  'and', 'or', 'not', 'startswith(Title,', "substringof('a',Title)", 'year(Created)', "'a'", '1', "datetime'2023-01-01'", 'null', '*',
    'desc',
  'FieldValuesAsText', 'RoleAssignments', 'Versions', 'File', 'ContentType', 'AttachmentFiles', 'Paged=TRUE&p_ID=1', 'Paged=TRUE&p_ID=x'];

/** What somebody could take their own rights away with. */
const RIGHTS = /user|group|owner|role|site\b/i;

const word = fc.constantFrom(...WORDS);
const segment = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: word },
  fc.tuple(fc.constantFrom(...NAMES), fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 3 })).map(([name, args]) =>
    `${name}(${args.join(',')})`),
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom("'F'", '1', "decodedurl='/L/a.txt'", "'/L'", '@p')).map(([name, argument]) =>
    `${name}(${argument})`));
const option = fc.tuple(fc.constantFrom(...OPTIONS),
  fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TERMS) }, word), { maxLength: 5 }),
  fc.constantFrom(' ', ',', '/', '')).map(([name, terms, glue]) => `${name}=${terms.join(glue)}`);
const address = fc.tuple(fc.oneof(fc.constantFrom(...GOOD), fc.constant('web')), fc.array(segment, { maxLength: 3 }),
  fc.array(option, { maxLength: 3 }))
  .map(([start, more, options]) => [start, ...more].join('/') + (options.length > 0 ? `?${options.join('&')}` : ''));
const value: fc.Arbitrary<unknown> = fc.oneof(word,
  fc.constantFrom(null, true, 1, -1, 1.5, '', [], {}, ['a'], { StringValue: 'x' }, { DecodedUrl: '/L' },
  { results: [1] }, { High: '1', Low: 'x' }, '<View><Query><Where><Eq/></Where></Query></View>', '<Field Type="Text" DisplayName="a"/>',
    '<Field'));
const body = fc.dictionary(fc.constantFrom('Title', 'Valor', 'Fecha', 'PersonaId', 'PadreId', 'parameters', 'query', 'formValues',
  'listItemCreateInfo', 'ViewXml',
  'SchemaXml', 'FieldTypeKind', 'BaseTemplate', 'logonName', 'LoginName', 'overrideParameters', 'RenderOptions', 'Id', 'Name',
    'BasePermissions', 'url',
  'Url', 'srcPath', 'destPath', 'contentTypeId', 'ChangeToken', 'IsSiteAdmin', 'ValidationFormula', 'SourceListName', 'SourceItemID',
    'nodeId'), value, { maxKeys: 4 });

describe('whatever is asked, the answer is one SharePoint could give', () => {
  const site = withSite();

  beforeAll(async () => {
    const post = (path: string, json: unknown) => raw(site(), `/_api/web/${path}`, { method: 'POST', json });
    const { json: list } = await post('lists', { Title: 'F', BaseTemplate: 100 });
    await post('lists', { Title: 'L', BaseTemplate: 101 });
    for (const xml of ['<Field Type="Number" DisplayName="Valor"/>', '<Field Type="DateTime" DisplayName="Fecha"/>',
      '<Field Type="User" DisplayName="Persona"/>',
      `<Field Type="Lookup" DisplayName="Padre" List="{${String(list.Id)}}" ShowField="Title"/>`]) {
      await post("lists/getbytitle('F')/fields/createfieldasxml", { parameters: { SchemaXml: xml } });
    }
    await post("lists/getbytitle('F')/items", { Title: 'uno', Valor: 1 });
    await raw(site(), "/_api/web/getfolderbyserverrelativepath(decodedurl='/L')/files/addusingpath(decodedurl='a.txt')",
      { method: 'POST', body: 'x' });
  });

  const check = async (what: unknown, answer: { status: number; text: string }): Promise<void> => {
    expect([what, answer.status >= 200 && answer.status < 600]).toEqual([what, true]);
    expect([what, answer.text]).not.toEqual([what,
      expect.stringMatching(/UnknownError|\.ts:\d|at (Object|Function|async)|Sqlite|node:internal/)]);
  };

  it('to any address, by any method, with any body', async () => {
    await fc.assert(fc.asyncProperty(address, fc.constantFrom('GET', 'GET', 'POST', 'MERGE', 'DELETE', 'PUT', 'PATCH'), body,
      fc.constantFrom('nometadata', 'minimalmetadata', 'verbose'), async (path, method, json, metadata) => {
        // Whoever asks keeps their rights, or nothing else would be reached.
        fc.pre(!(RIGHTS.test(path) && (method === 'DELETE' || /remove|delete|override/i.test(path))));
        const answer = await plain(site(), method, `/_api/${path}`, JSON.stringify(json), metadata);
        await check([method, path, json], answer);
      }), runs);
    expect((await raw(site(), '/_api/web')).status).toBe(200);
  }, 600000);

  it('to broken batches', async () => {
    const line = fc.constantFrom('--a', '--a--', '--b', '--b--', 'Content-Type: application/http',
      'Content-Type: multipart/mixed; boundary=b', '', '', 'HALLO',
      'Content-Transfer-Encoding: binary', 'GET _api/web HTTP/1.1', 'POST http://localhost/_api/web/lists HTTP/1.1',
        'GET http://x/ HTTP/1.1', '{"Title":',
      'DELETE /_api/web/lists/getbytitle(\'F\')/items(9) HTTP/1.1', 'Accept: application/json;odata=nometadata', 'IF-MATCH: "x"', 'PATCH',
        ': :');
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'), async (lines, end) => {
      const answer = await raw(site(), '/_api/$batch',
        { method: 'POST', body: ['--a', ...lines].join(end), headers: { 'Content-Type': 'multipart/mixed; boundary=a' } });
      await check(lines, answer);
    }), runs);
    expect((await raw(site(), '/_api/web')).status).toBe(200);
  }, 600000);
});

/** A request whose address goes over the wire as it is, escaped or not. */
function plain(local: LocalSharePoint, method: string, path: string, body: string,
  metadata: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request({
      host: '127.0.0.1', port: local.port, method, path: path.replace(/[^\x21-\x7e]/gu, (char) => encodeURIComponent(char)),
      headers: { Host: `localhost:${local.port}`, 'X-Local-User': 'planeacion', Accept: `application/json;odata=${metadata}`,
        'Content-Type': 'application/json',
        'X-RequestDigest': local.pageContextFor(local.people[0]).formDigestValue,
          'Content-Length': Buffer.byteLength(method === 'GET' ? '' : body) }
    }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => { text += chunk; });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(method === 'GET' ? undefined : body);
  });
}
