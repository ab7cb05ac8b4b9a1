import { keyColumn, orderColumn, restrictedLookup, weightColumn } from '../common';
import { defineList, READ_BY_ALL } from '../list-schema';

export const strategicObjectives = defineList({
  name: 'StrategicObjectives',
  title: 'Objetivos estratégicos',
  description: 'Los objetivos estratégicos (OE) de cada plan.',
  titleColumn: { title: 'Nombre', description: 'Nombre corto del objetivo, por ejemplo Cooperación.', required: true },
  columns: {
    Code: {
      type: 'Text', title: 'Código', maxLength: 20, indexed: true, required: true,
      description: 'Código del objetivo, por ejemplo OE1.'
    },
    Key0: keyColumn('Código del plan y del objetivo, por ejemplo 2021-2023/OE1'),
    Statement: { type: 'Note', title: 'Enunciado', lines: 4, description: 'El objetivo, como está escrito en el plan.' },
    Owner0: { type: 'Person', title: 'Responsable', description: 'Persona que responde por el objetivo ante el comité.' },
    Weight: weightColumn,
    Order0: orderColumn,
    Plan: restrictedLookup('Plan', 'Plan al que pertenece el objetivo.', 'Plans', 'Code')
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los objetivos',
      columns: ['Code', 'Title', 'Statement', 'Owner0', 'Weight', 'Plan'],
      orderBy: [{ column: 'Order0' }]
    },
    {
      name: 'ByPlan', title: 'Por plan',
      columns: ['Code', 'Title', 'Owner0', 'Weight'],
      groupBy: 'Plan', orderBy: [{ column: 'Order0' }], totals: [{ column: 'Code', of: 'COUNT' }, { column: 'Weight', of: 'SUM' }]
    },
    {
      name: 'WithoutOwner', title: 'Sin responsable',
      columns: ['Code', 'Title', 'Plan'],
      where: { isEmpty: 'Owner0' }, orderBy: [{ column: 'Order0' }]
    }
  ],
  writeSecurity: 1,
  access: READ_BY_ALL
});
