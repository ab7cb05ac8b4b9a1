import { dueDate, formHeader, pill, rowClass } from '../formatting/elements';
import { defineList } from '../list-schema';

export const decisions = defineList({
  name: 'Decisions',
  title: 'Decisiones del comité',
  description: 'Lo que el comité directivo decide sobre el plan, quién lo hace y para cuándo.',
  titleColumn: { title: 'Decisión', description: 'La decisión, en una frase.', required: true },
  columns: {
    KeyResult: {
      type: 'Lookup', title: 'Resultado clave', list: 'KeyResults', show: 'Code', restrictDelete: true,
      description: 'Resultado sobre el que se decide, si es uno.'
    },
    StrategicObjective: {
      type: 'Lookup', title: 'Objetivo estratégico', list: 'StrategicObjectives', show: 'Code', restrictDelete: true,
      description: 'Objetivo sobre el que se decide, si es uno.'
    },
    DecidedOn: { type: 'Date', title: 'Fecha de la decisión', indexed: true, required: true, description: 'Día del comité.' },
    ResponsibleProcess: {
      type: 'Lookup', title: 'Proceso responsable', list: 'Processes', show: 'Title', restrictDelete: true,
      description: 'Proceso que la ejecuta.'
    },
    DueDate: { type: 'Date', title: 'Fecha límite', description: 'Para cuándo debe estar.' },
    State: {
      type: 'Choice', title: 'Estado', choices: ['Abierta', 'Cumplida', 'Descartada'], default: 'Abierta', indexed: true,
      description: 'Cómo va la decisión.'
    },
    Detail: { type: 'Note', title: 'Detalle', lines: 6, description: 'Lo que haga falta para entenderla.' },
    ClientKey: {
      type: 'Text', title: 'Clave de la decisión', maxLength: 64, unique: true,
      description: 'La escribe la aplicación para que un reintento no duplique la decisión. No la cambies.'
    }
  },
  views: [
    {
      name: 'AllItems', title: 'Todas las decisiones',
      columns: ['Title', 'DecidedOn', 'KeyResult', 'StrategicObjective', 'ResponsibleProcess', 'DueDate', 'State'],
      orderBy: [{ column: 'DecidedOn', descending: true }],
      look: rowClass({ operator: '==', operands: ['[$State]', 'Descartada'] }, 'ms-fontColor-neutralSecondary')
    },
    {
      name: 'Open', title: 'Abiertas',
      columns: ['Title', 'ResponsibleProcess', 'DueDate', 'State', 'DecidedOn'],
      where: { equals: 'State', value: 'Abierta', type: 'Choice' }, orderBy: [{ column: 'DueDate' }], totals: [{ column: 'Title', of: 'COUNT' }]
    },
    {
      name: 'ByProcess', title: 'Por proceso',
      columns: ['Title', 'DueDate', 'State', 'DecidedOn'],
      groupBy: 'ResponsibleProcess', orderBy: [{ column: 'DueDate' }], totals: [{ column: 'Title', of: 'COUNT' }]
    },
    {
      name: 'ByObjective', title: 'Por objetivo',
      columns: ['Title', 'KeyResult', 'ResponsibleProcess', 'DueDate', 'State'],
      groupBy: 'StrategicObjective', orderBy: [{ column: 'DecidedOn', descending: true }]
    },
    {
      name: 'WithoutDueDate', title: 'Sin fecha límite',
      columns: ['Title', 'ResponsibleProcess', 'State', 'DecidedOn'],
      where: { isEmpty: 'DueDate' }, orderBy: [{ column: 'DecidedOn', descending: true }]
    },
    {
      name: 'ByState', title: 'Por estado',
      columns: ['Title', 'ResponsibleProcess', 'DueDate', 'DecidedOn'],
      groupBy: 'State', orderBy: [{ column: 'DecidedOn', descending: true }], totals: [{ column: 'Title', of: 'COUNT' }]
    }
  ],
  looks: {
    State: pill([
      { value: 'Abierta', word: 'Abierta', shape: '○', tone: 'low' }, { value: 'Cumplida', word: 'Cumplida', shape: '✔', tone: 'good' },
      { value: 'Descartada', word: 'Descartada', shape: '✕', tone: 'neutral' }
    ]),
    DueDate: dueDate("[$State] == 'Abierta'", 'Venció', 'Vence')
  },
  form: {
    header: formHeader('Decisión del comité', 'Escribe quién la ejecuta y para cuándo: así se ve lo que está vencido.'),
    sections: [
      { title: 'La decisión', columns: ['Title', 'DecidedOn', 'Detail'] },
      { title: 'Sobre qué', columns: ['KeyResult', 'StrategicObjective'] },
      { title: 'Quién y para cuándo', columns: ['ResponsibleProcess', 'DueDate', 'State'] },
      { title: 'Uso interno', columns: ['ClientKey'] }
    ]
  },
  writeSecurity: 1,
  access: { planning: 'design', processes: 'read', management: 'contribute' }
});
