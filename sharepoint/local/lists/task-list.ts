import { createField, NAME_HINT } from '../fields/create';
import type { FieldXml } from '../fields/definition';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { ListDef, WebDef } from '../store/definitions';
import { isTaskList, TASKS_WITH_HIERARCHY } from './templates';
import { createView } from './views';

interface TaskColumn {
  name: string;
  id: string;
  en: string;
  es: string;
  xml: { type: string; more?: Record<string, string>; choices?: [en: string[], es: string[]]; default?: [en: string, es: string] };
}

/** Columns of task lists, with their well-known ids: the schema of Microsoft's "Fields element (List)", and Predecessors. */
const COLUMNS: readonly TaskColumn[] = [
  { name: 'Predecessors', id: 'c3a92d97-2b77-4a25-9698-3ab54874bc6f', en: 'Predecessors', es: 'Predecesores',
    xml: { type: 'LookupMulti', more: { Mult: 'TRUE', ShowField: 'Title' } } },
  { name: 'Priority', id: 'a8eb573e-9e11-481a-a8c9-1104a54b2fbd', en: 'Priority', es: 'Prioridad', xml: { type: 'Choice',
    choices: [['(1) High', '(2) Normal', '(3) Low'], ['(1) Alta', '(2) Normal', '(3) Baja']], default: ['(2) Normal', '(2) Normal'] } },
  { name: 'Status', id: 'c15b34c3-ce7d-490a-b133-3f4de8801b76', en: 'Task Status', es: 'Estado de la tarea', xml: { type: 'Choice',
    choices: [['Not Started', 'In Progress', 'Completed', 'Deferred', 'Waiting on someone else'],
      ['No iniciada', 'En curso', 'Completada', 'Aplazada', 'A la espera de otra persona']], default: ['Not Started', 'No iniciada'] } },
  { name: 'PercentComplete', id: 'd2311440-1ed6-46ea-b46d-daa643dc3886', en: '% Complete', es: '% completado',
    xml: { type: 'Number', more: { Percentage: 'TRUE', Min: '0', Max: '1' } } },
  { name: 'AssignedTo', id: '53101f38-dd2e-458c-b245-0c236cc13d1a', en: 'Assigned To', es: 'Asignada a',
    xml: { type: 'User', more: { List: 'UserInfo' } } },
  { name: 'Body', id: '7662cd2c-f069-4dba-9e35-082cf976e170', en: 'Description', es: 'Descripción',
    xml: { type: 'Note', more: { RichText: 'TRUE', Sortable: 'FALSE' } } },
  { name: 'StartDate', id: '64cd368d-2f95-4bfc-a1f9-8d4324ecb007', en: 'Start Date', es: 'Fecha de inicio',
    xml: { type: 'DateTime', more: { Format: 'DateOnly' }, default: ['[today]', '[today]'] } },
  { name: 'DueDate', id: 'cd21b4c2-6841-4f9e-a23a-738a65f99889', en: 'Due Date', es: 'Fecha de vencimiento',
    xml: { type: 'DateTime', more: { Format: 'DateOnly' } } }
];

const MINE = '<Where><Eq><FieldRef Name="AssignedTo"/><Value Type="Integer"><UserID/></Value></Eq></Where>';
const active = (done: string): string => `<Where><Neq><FieldRef Name="Status"/><Value Type="Text">${done}</Value></Neq></Where>`;

/** Columns a new list of tasks comes with; a list of another kind gets none. */
export function addTaskColumns(site: Site, web: WebDef, list: ListDef, user: Principal): void {
  if (!isTaskList(list)) {
    return;
  }
  const place = web.props.language === 1033 ? 0 : 1;
  for (const { name, id, en, es, xml } of COLUMNS) {
    const many = name === 'AssignedTo' && list.template === TASKS_WITH_HIERARCHY;
    const complete: FieldXml = {
      attributes: { Type: many ? 'UserMulti' : xml.type, Name: name, StaticName: name, ID: `{${id}}`, DisplayName: [en, es][place],
        ...xml.more, ...(many ? { Mult: 'TRUE' } : {}), ...(name === 'Predecessors' ? { List: `{${list.id}}` } : {}) },
      ...(xml.choices ? { choices: xml.choices[place] } : {}), ...(xml.default ? { default: xml.default[place] } : {})
    };
    createField({ site, web, list: site.catalog.list(list.no), user }, complete, NAME_HINT);
  }
}

/** Views of tasks beside the one of all: one's own, those not done. */
export function addTaskViews(site: Site, web: WebDef, list: ListDef, user: Principal): void {
  if (!isTaskList(list)) {
    return;
  }
  const english = web.props.language === 1033;
  createView(site, list, user, { Title: english ? 'My Tasks' : 'Mis tareas', ViewQuery: MINE });
  createView(site, list, user, { Title: english ? 'Active Tasks' : 'Tareas activas', ViewQuery: active(english ? 'Completed' : 'Completada') });
}
