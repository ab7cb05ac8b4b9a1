import { CONFIDENCE, quarterColumn, restrictedLookup } from '../common';
import { formHeader } from '../formatting/elements';
import { defineList } from '../list-schema';

export const checkIns = defineList({
  name: 'CheckIns',
  title: 'Reportes de avance',
  description: 'Cada fila es un reporte de un proceso sobre un resultado clave en un trimestre. De aquí salen todas las cifras.',
  titleColumn: {
    title: 'Reporte',
    description: 'Resultado, proceso y trimestre, por ejemplo OE1-OT2-R5 · COOP · 2023-T3.',
    required: false
  },
  columns: {
    KeyResult: restrictedLookup('Resultado clave', 'Resultado sobre el que se reporta.', 'KeyResults', 'Code'),
    Process: restrictedLookup('Proceso', 'Proceso que reporta.', 'Processes', 'Title'),
    Quarter: quarterColumn('Trimestre al que pertenece el avance, aunque se escriba después.'),
    Value: {
      type: 'Number', title: 'Valor',
      description: 'El aporte, la lectura o el número del nivel de la escala, según el resultado. Vacío en los de etapas.'
    },
    StagesDone: {
      type: 'Text', title: 'Etapas terminadas', maxLength: 255,
      description: 'Solo en los resultados de etapas: números de las etapas terminadas, separados por punto y coma. Por ejemplo: 1;3'
    },
    Confidence: {
      type: 'Choice', title: 'Confianza', choices: ['Alta', 'Media', 'Baja'],
      description: 'Qué tan probable ve quien reporta que se cumpla. No cambia el semáforo.'
    },
    Narrative: { type: 'Note', title: 'Qué se hizo', lines: 6, description: 'Lo que se hizo en el trimestre.' },
    Obstacles: { type: 'Note', title: 'Dificultades', lines: 4, description: 'Lo que frena el avance.' },
    NextStep: { type: 'Note', title: 'Próximo paso', lines: 4, description: 'Lo que sigue.' },
    Evidence: {
      type: 'Note', title: 'Evidencias', lines: 4,
      description: 'Un enlace por línea, con su texto después de una barra. Por ejemplo: https://… | Acta de la reunión'
    },
    ReportedOn: { type: 'Moment', title: 'Fecha del reporte', description: 'Cuándo se hizo el reporte.' },
    ClientKey: {
      type: 'Text', title: 'Clave del reporte', maxLength: 64, unique: true,
      description: 'La escribe la aplicación para que un reintento no duplique el reporte. No la cambies.'
    }
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los reportes',
      columns: ['Title', 'KeyResult', 'Process', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'Narrative', 'ReportedOn', 'Author'],
      orderBy: [{ column: 'ID', descending: true }]
    },
    {
      name: 'ByQuarter', title: 'Por trimestre',
      columns: ['Title', 'KeyResult', 'Process', 'Value', 'StagesDone', 'Confidence', 'ReportedOn'],
      groupBy: 'Quarter', orderBy: [{ column: 'ID', descending: true }], totals: [{ column: 'Title', of: 'COUNT' }]
    },
    {
      name: 'ByProcess', title: 'Por proceso',
      columns: ['Title', 'KeyResult', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'ReportedOn'],
      groupBy: 'Process', orderBy: [{ column: 'ID', descending: true }], totals: [{ column: 'Title', of: 'COUNT' }]
    },
    {
      name: 'ByKeyResult', title: 'Por resultado clave',
      columns: ['Title', 'Process', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'ReportedOn'],
      groupBy: 'KeyResult', orderBy: [{ column: 'ID', descending: true }], totals: [{ column: 'Title', of: 'COUNT' }]
    },
    {
      name: 'Mine', title: 'Mis reportes',
      columns: ['Title', 'KeyResult', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'ReportedOn'],
      where: { isMe: 'Author' }, orderBy: [{ column: 'ID', descending: true }]
    },
    {
      name: 'WithObstacles', title: 'Con dificultades',
      columns: ['Title', 'Obstacles', 'NextStep', 'Confidence', 'ReportedOn'],
      where: { isNotEmpty: 'Obstacles' }, orderBy: [{ column: 'ID', descending: true }]
    },
    {
      name: 'LowConfidence', title: 'Con confianza baja',
      columns: ['Title', 'Process', 'Quarter', 'Confidence', 'Obstacles', 'NextStep'],
      where: { equals: 'Confidence', value: 'Baja', type: 'Choice' }, orderBy: [{ column: 'ID', descending: true }]
    },
    {
      name: 'WithoutEvidence', title: 'Sin evidencia',
      columns: ['Title', 'KeyResult', 'Process', 'Quarter', 'Value', 'StagesDone', 'Author'],
      where: { isEmpty: 'Evidence' }, orderBy: [{ column: 'ID', descending: true }]
    }
  ],
  looks: { Confidence: CONFIDENCE },
  form: {
    header: formHeader('Reporte de avance', 'Se reporta mejor en Seguimiento, que muestra cómo queda la cifra. Aquí puedes corregir.'),
    sections: [
      { title: 'Sobre qué', columns: ['Title', 'KeyResult', 'Process', 'Quarter'] },
      { title: 'Cifra', columns: ['Value', 'StagesDone', 'Confidence'] },
      { title: 'Qué pasó', columns: ['Narrative', 'Obstacles', 'NextStep', 'Evidence'] },
      { title: 'Uso interno', columns: ['ReportedOn', 'ClientKey'] }
    ]
  },
  // Staff change and delete only what they wrote themselves.
  writeSecurity: 2,
  access: { planning: 'design', processes: 'contribute', management: 'read' }
});
