import { clientKeyColumn, quarterColumn, restrictedLookup } from '../common';
import { pill } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

export const reviews = defineList({
  name: 'Reviews',
  title: 'Revisiones',
  description: 'La revisión que Planeación hace de cada reporte. Un reporte sin fila para su versión actual está por revisar.',
  titleColumn: { title: 'Revisión', description: 'Reporte y versión que se revisa.', required: false },
  columns: {
    // A reviewed check-in cannot be deleted.
    CheckIn: restrictedLookup('Reporte', 'Reporte que se revisa.', 'CheckIns', 'Title'),
    // Not `Version`: that is the display name of a column every list has.
    Version0: {
      type: 'Text', title: 'Versión del reporte', maxLength: 20, required: true,
      description: 'Versión que se revisa, por ejemplo 1.0. Si el reporte cambia después, vuelve a quedar por revisar.'
    },
    Verdict: {
      type: 'Choice', title: 'Veredicto', choices: ['Aprobado', 'Devuelto'], required: true,
      description: 'Un reporte devuelto sigue contando hasta que se corrija.'
    },
    Note: { type: 'Note', title: 'Motivo', lines: 4, description: 'Por qué se devuelve, para quien lo corrige.' },
    Quarter: quarterColumn('Trimestre del reporte.'),
    ClientKey: clientKeyColumn('la revisión')
  },
  views: [
    {
      name: 'AllItems', title: 'Todas las revisiones',
      columns: ['CheckIn', 'Version0', 'Verdict', 'Note', 'Quarter', 'Author', 'Created'],
      orderBy: [{ column: 'ID', descending: true }]
    },
    {
      name: 'ByQuarter', title: 'Por trimestre',
      columns: ['CheckIn', 'Version0', 'Verdict', 'Note', 'Author'],
      groupBy: 'Quarter', orderBy: [{ column: 'ID', descending: true }], totals: [{ column: 'CheckIn', of: 'COUNT' }]
    },
    {
      name: 'Returned', title: 'Devueltos',
      columns: ['CheckIn', 'Version0', 'Note', 'Quarter', 'Created'],
      where: { equals: 'Verdict', value: 'Devuelto', type: 'Choice' }, orderBy: [{ column: 'ID', descending: true }]
    }
  ],
  looks: {
    Verdict: pill([
      { value: 'Aprobado', word: 'Aprobado', shape: '✔', tone: 'good' }, { value: 'Devuelto', word: 'Devuelto', shape: '↩', tone: 'warning' }
    ])
  },
  writeSecurity: 1,
  access: READ_BY_ALL
});
