import { keyColumn, orderColumn, restrictedLookup, weightColumn } from '../common';
import { defineList, READ_BY_ALL } from '../list-schema';

export const tacticalObjectives = defineList({
  name: 'TacticalObjectives',
  title: 'Objetivos tácticos',
  description: 'Los objetivos tácticos (OT) de cada objetivo estratégico.',
  titleColumn: { title: 'Nombre', description: 'Nombre corto del objetivo, por ejemplo Gestionar recursos.', required: true },
  columns: {
    Code: {
      type: 'Text', title: 'Código', maxLength: 30, indexed: true, required: true,
      description: 'Código del objetivo, por ejemplo OE1-OT2.'
    },
    Key0: keyColumn('Código del plan y del objetivo, por ejemplo 2021-2023/OE1-OT2'),
    Statement: { type: 'Note', title: 'Enunciado', lines: 4, description: 'El objetivo, como está escrito en el plan.' },
    StrategicObjective: restrictedLookup(
      'Objetivo estratégico', 'Objetivo estratégico del que hace parte.', 'StrategicObjectives', 'Code'
    ),
    Weight: weightColumn,
    Order0: orderColumn
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los objetivos',
      columns: ['Code', 'Title', 'Statement', 'StrategicObjective', 'Weight'],
      orderBy: [{ column: 'Code' }]
    },
    {
      name: 'ByObjective', title: 'Por objetivo estratégico',
      columns: ['Code', 'Title', 'Statement', 'Weight'],
      groupBy: 'StrategicObjective', orderBy: [{ column: 'Order0' }],
      totals: [{ column: 'Code', of: 'COUNT' }, { column: 'Weight', of: 'SUM' }]
    }
  ],
  writeSecurity: 1,
  access: READ_BY_ALL
});
