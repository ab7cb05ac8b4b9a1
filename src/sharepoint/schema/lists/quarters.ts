import { keyColumn, restrictedLookup } from '../common';
import { dueDate, pill } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

export const quarters = defineList({
  name: 'Quarters',
  title: 'Trimestres',
  description: 'Los trimestres de cada plan y si reciben reportes. Se cierran en orden.',
  titleColumn: { title: 'Trimestre', description: 'Código del trimestre, por ejemplo 2021-T2.', indexed: true, required: true },
  columns: {
    Key0: keyColumn('Código del plan y del trimestre, por ejemplo 2021-2023/2021-T2'),
    Plan: restrictedLookup('Plan', 'Plan al que pertenece el trimestre.', 'Plans', 'Code'),
    StartDate: { type: 'Date', title: 'Inicio', description: 'Primer día del trimestre.' },
    EndDate: { type: 'Date', title: 'Fin', description: 'Último día del trimestre.' },
    State: {
      type: 'Choice', title: 'Estado', choices: ['open', 'closing', 'closed'], default: 'open', required: true,
      description: 'open: recibe reportes. closing: se está cerrando. closed: cerrado, con sus cifras en Cortes.'
    },
    ClosedOn: { type: 'Moment', title: 'Cerrado el', description: 'Cuándo se cerró.' },
    LastCheckInId: {
      type: 'Number', title: 'Identificador del último reporte', min: 0, decimals: 0,
      description: 'Identificador del último reporte que entró en el cierre.'
    },
    ReopenReason: {
      type: 'Note', title: 'Motivo de reapertura', lines: 3,
      description: 'Por qué se volvió a abrir un trimestre cerrado.'
    }
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los trimestres',
      columns: ['Title', 'State', 'StartDate', 'EndDate', 'ClosedOn', 'ReopenReason', 'Plan'],
      orderBy: [{ column: 'Title' }]
    },
    {
      name: 'Open', title: 'Abiertos',
      columns: ['Title', 'State', 'StartDate', 'EndDate', 'Plan'],
      where: { equals: 'State', value: 'open', type: 'Choice' }, orderBy: [{ column: 'Title' }]
    },
    {
      name: 'Reopened', title: 'Con motivo de reapertura',
      columns: ['Title', 'State', 'ClosedOn', 'ReopenReason', 'Plan'],
      where: { isNotEmpty: 'ReopenReason' }, orderBy: [{ column: 'Title' }]
    }
  ],
  looks: {
    State: pill([
      { value: 'open', word: 'Abierto', shape: '○', tone: 'low' }, { value: 'closing', word: 'Cerrándose', shape: '◔', tone: 'warning' },
      { value: 'closed', word: 'Cerrado', shape: '✔', tone: 'neutral' }
    ]),
    EndDate: dueDate("[$State] == 'open'", 'Terminó', 'Termina', 'warning')
  },
  rule: {
    formula: '[EndDate]>=[StartDate]', message: 'El trimestre no puede terminar antes de empezar. Escribe las fechas de inicio y fin.'
  },
  writeSecurity: 1,
  access: READ_BY_ALL
});
