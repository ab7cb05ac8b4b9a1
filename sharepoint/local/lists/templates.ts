/** Kinds of list by their number (SP.ListTemplateType): what one is made of. */
export const GENERIC_LIST = 100;
export const DOCUMENT_LIBRARY = 101;
export const TASKS = 107;
export const USER_INFORMATION = 112;
export const SITE_PAGES = 119;
export const TASKS_WITH_HIERARCHY = 171;

/** Lists one may make: custom lists, links, announcements, contacts, events, tasks, libraries of documents, pictures and pages. */
export const TEMPLATES: readonly number[] = [GENERIC_LIST, DOCUMENT_LIBRARY, 103, 104, 105, 106, TASKS, 109, SITE_PAGES,
  TASKS_WITH_HIERARCHY, 851];

/** Galleries every web has (SP.ListTemplateType): number, address below `_catalogs`, title in English and in Spanish. */
export const CATALOGS: readonly [template: number, leaf: string, en: string, es: string][] = [
  [113, 'wp', 'Web Part Gallery', 'Galería de elementos web'],
  [114, 'lt', 'List Template Gallery', 'Galería de plantillas de listas'],
  [116, 'masterpage', 'Master Page Gallery', 'Galería de páginas maestras'],
  [121, 'solutions', 'Solution Gallery', 'Galería de soluciones'],
  [123, 'theme', 'Theme Gallery', 'Galería de temas'],
  [124, 'design', 'Composed Looks', 'Aspectos compuestos']
];

const LIBRARIES = new Set([DOCUMENT_LIBRARY, 109, SITE_PAGES, 851, 113, 114, 116, 121, 123]);

/** Whether lists of a kind hold files. */
export const isLibrary = ({ template }: { template: number }): boolean => LIBRARIES.has(template);

/** Whether lists of a kind hold tasks. */
export const isTaskList = ({ template }: { template: number }): boolean => template === TASKS || template === TASKS_WITH_HIERARCHY;
