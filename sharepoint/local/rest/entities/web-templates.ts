import type { Entity } from '../../odata/entity';

const TEMPLATES: readonly [name: string, id: number, en: string, es: string, category: string][] = [
  ['STS#3', 1, 'Team site (no Microsoft 365 group)', 'Sitio de grupo (sin grupo de Microsoft 365)', 'Collaboration'],
  ['STS#0', 1, 'Team site (classic experience)', 'Sitio de grupo (experiencia clásica)', 'Collaboration'],
  ['BLOG#0', 9, 'Blog', 'Blog', 'Collaboration'],
  ['DEV#0', 95, 'Developer Site', 'Sitio para desarrolladores', 'Collaboration'],
  ['PROJECTSITE#0', 6221, 'Project Site', 'Sitio de proyecto', 'Collaboration'],
  ['BDR#0', 7, 'Document Center', 'Centro de documentos', 'Enterprise']
];

/** What a web below can be made of. @param lcid language of the titles */
export const webTemplates = (lcid: number): Entity[] => TEMPLATES.map(([name, id, en, es, category]) => ({
  type: 'SP.WebTemplate', path: `Web/GetAvailableWebTemplates('${name}')`,
  values: { Description: '', DisplayCategory: category, Id: id, ImageUrl: '/_layouts/15/images/stts.png', IsHidden: false,
    IsRootWebOnly: false,
    IsSubWebOnly: false, Lcid: lcid, Name: name, Title: lcid === 1033 ? en : es }
}));

const ICONS: Record<string, string> = {
  docx: 'icdocx.png', doc: 'icdoc.png', xlsx: 'icxlsx.png', xls: 'icxls.png', pptx: 'icpptx.png', ppt: 'icppt.png', pdf: 'icpdf.png',
  txt: 'ictxt.gif', png: 'icpng.gif', jpg: 'icjpg.gif', gif: 'icgif.gif', htm: 'ichtm.gif', html: 'ichtm.gif', zip: 'iczip.gif',
    aspx: 'ichtm.gif'
};

/** Name of the picture that stands for a kind of file; empty for no name, as SharePoint answers. */
export const iconOf = (name: string): string =>
  (name === '' ? '' : ICONS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'icgen.gif');

const LISTS: readonly [template: number, name: string, en: string, es: string][] = [
  [100, 'custlist', 'Custom List', 'Lista personalizada'], [101, 'doclib', 'Document Library', 'Biblioteca de documentos'],
  [103, 'links', 'Links', 'Vínculos'], [104, 'announce', 'Announcements', 'Anuncios'], [105, 'contacts', 'Contacts', 'Contactos'],
  [106, 'events', 'Calendar', 'Calendario'], [107, 'tasks', 'Tasks', 'Tareas'],
    [109, 'piclib', 'Picture Library', 'Biblioteca de imágenes'],
  [119, 'webpagelib', 'Wiki Page Library', 'Biblioteca de páginas wiki'], [171, 'hierarchy', 'Tasks', 'Tareas con jerarquía']
];

/** Kinds of list that can be made. @param lcid language of the titles */
export const listTemplates = (lcid: number): Entity[] => LISTS.map(([template, name, en, es]) => ({
  type: 'SP.ListTemplate', path: `Web/ListTemplates('${encodeURIComponent(name)}')`,
  values: { AllowsFolderCreation: true, BaseType: template === 101 || template === 109 || template === 119 ? 1 : 0, Description: '',
    FeatureId: '00000000-0000-0000-0000-000000000000', Hidden: false, ImageUrl: '/_layouts/15/images/itgen.png', InternalName: name,
    IsCustomTemplate: false, ListTemplateTypeKind: template, Name: lcid === 1033 ? en : es, OnQuickLaunch: false, Unique: false }
}));
