import '@pnp/sp/files/folder';
import '@pnp/sp/folders/web';
import { samplePdf } from '../../../sharepoint/seed/sample-document';
import { sample, type SampleSite } from './sample-site';

const DOCUMENT_LIBRARY = 101;

/** The library SIGACI with the operative plans where the plan says they are kept (its section 5.2), and what evidence links to. */
export async function seedDocuments(site: SampleSite): Promise<void> {
  const { web } = site.tools;
  const lists = await site.attempt(() => web.lists.select('Title')<{ Title: string }[]>());
  if (!lists.some(({ Title }) => Title === 'SIGACI')) {
    await site.attempt(() => web.lists.add('SIGACI', 'Documentos del sistema de gestión', DOCUMENT_LIBRARY));
  }
  const documents = [...sample.operativePlans, ...sample.documents];
  for (const path of new Set(documents.map(({ folder }) => folder))) {
    const folder = await makeFolder(site, path);
    const present = await site.attempt(() => web.getFolderByServerRelativePath(folder).files.select('Name')<{ Name: string }[]>());
    for (const { fileName, title, lines } of documents.filter(one => one.folder === path)) {
      if (present.some(({ Name }) => Name === fileName)) continue;
      const content = new Blob([Uint8Array.from(samplePdf(title, lines))]);
      await site.attempt(() => web.getFolderByServerRelativePath(folder).files.addUsingPath(fileName, content, { Overwrite: true }));
    }
  }
}

/** Makes a folder and those above it, below a library. @returns its server-relative path */
async function makeFolder(site: SampleSite, path: string): Promise<string> {
  const [library, ...names] = path.split('/');
  let current = `${site.tools.connection.path}/${library}`;
  for (const name of names) {
    const above = current;
    current = `${current}/${name}`;
    const present = await site.attempt(
      () => site.tools.web.getFolderByServerRelativePath(above).folders.select('Name')<{ Name: string }[]>()
    );
    if (!present.some(({ Name }) => Name === name)) await site.attempt(() => site.tools.web.folders.addUsingPath(current));
  }
  return current;
}
