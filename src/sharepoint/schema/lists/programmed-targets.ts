import { clientKeyColumn, quarterColumn, restrictedLookup } from '../common';
import { defineList, READ_BY_ALL } from '../list-schema';

export const programmedTargets = defineList({
  name: 'ProgrammedTargets',
  title: 'Metas programadas',
  description:
    'Valores que se espera tener al fin de cada trimestre. Sin filas, lo esperado crece parejo entre el inicio y el fin del resultado.',
  titleColumn: { title: 'Meta programada', description: 'Resultado y trimestre, por ejemplo OE1-OT2-R5 · 2023-T4.', required: false },
  columns: {
    KeyResult: restrictedLookup('Resultado clave', 'Resultado que se programa.', 'KeyResults', 'Code'),
    Quarter: quarterColumn('Trimestre a cuyo fin se espera el valor.'),
    Value: {
      type: 'Number', title: 'Valor acumulado', required: true,
      description: 'Valor que se espera al fin del trimestre, acumulado; en los resultados al año empieza de nuevo cada enero.'
    },
    ClientKey: clientKeyColumn('la meta programada')
  },
  views: [
    {
      name: 'AllItems', title: 'Todas las metas programadas',
      columns: ['KeyResult', 'Quarter', 'Value'],
      orderBy: [{ column: 'Quarter' }]
    },
    {
      name: 'ByKeyResult', title: 'Por resultado clave',
      columns: ['Quarter', 'Value'],
      groupBy: 'KeyResult', orderBy: [{ column: 'Quarter' }]
    },
    { name: 'ByQuarter', title: 'Por trimestre', columns: ['KeyResult', 'Value'], groupBy: 'Quarter', orderBy: [{ column: 'ID' }] }
  ],
  writeSecurity: 1,
  access: READ_BY_ALL
});
