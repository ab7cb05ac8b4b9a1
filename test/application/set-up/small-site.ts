import type { ColumnDefinition, RowSource, SiteDefinition } from '../../../src/application/set-up';
import type { ListName } from '../../../src/domain';
import { FakeSite } from './fake-site';

const access = { planning: 'design', processes: 'read', management: 'read' } as const;

const rows: RowSource[] = [
  { list: 'Plans', rows: () => [{ key: 'p', columns: { Key: 'p' } }] },
  {
    list: 'KeyResults',
    rows: ids => ['a', 'b', 'c'].map(key => {
      const plan = ids.get('Plans')?.get('p');
      // The last points to the first, which must be there before it.
      const first = ids.get('KeyResults')?.get('a');
      return {
        key,
        columns: plan === undefined || (key === 'c' && first === undefined) ? null : { Key: key, plan, ...(key === 'c' ? { first } : {}) }
      };
    })
  }
];

const column = (name: string, title: string, traits: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
  name, title, type: 'Text', target: null, required: false, indexed: false, unique: false, restrictDelete: false, choices: [], ...traits
});
const common = { titleColumn: column('Title', 'Nombre'), writeSecurity: 1 as const, parts: [], access };

export const definition: SiteDefinition = {
  version: 2,
  partsSince: 2,
  groups: [
    { key: 'planning', title: 'OKR Planeación' }, { key: 'processes', title: 'OKR Procesos' },
    { key: 'management', title: 'OKR Dirección' }
  ],
  lists: [
    { ...common, name: 'Plans', title: 'Planes', columns: [column('Code', 'Código')], views: [{ name: 'AllItems', title: 'Todos' }] },
    {
      ...common, name: 'KeyResults', title: 'Resultados clave',
      // The title of a column may happen to be its internal name.
      columns: [
        column('Code', 'Código', { unique: true, indexed: true }), column('Plan', 'Plan', { type: 'Lookup', target: 'Plans' }),
        column('Target', 'Meta', { type: 'Number', choices: [] })
      ],
      views: [{ name: 'AllItems', title: 'Todos' }, { name: 'ByPlan', title: 'Por plan' }],
      parts: [
        { id: 'column:Target', kind: 'look', subject: 'column', name: 'Target' },
        { id: 'formula:Target', kind: 'formula', subject: 'column', name: 'Target' },
        { id: 'view:ByPlan', kind: 'view', subject: 'view', name: 'ByPlan' }, { id: 'form', kind: 'look', subject: 'form', name: '' }
      ]
    },
    {
      ...common, name: 'CheckIns', title: 'Reportes', columns: [column('Value', 'Valor'), column('State', 'Estado', { choices: ['a', 'b'] })],
      views: [{ name: 'AllItems', title: 'Todos' }], writeSecurity: 2, access: { ...access, processes: 'contribute' }
    }
  ],
  rows
};

export const keyOf = (_list: ListName, row: object): string => (row as { Key: string }).Key;

/** A site in memory that this definition belongs to. */
export const newSite = (): FakeSite => new FakeSite(definition, keyOf);
