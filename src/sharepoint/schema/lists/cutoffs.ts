import { CONFIDENCE, keyColumn, quarterColumn, restrictedLookup } from '../common';
import { followUpLink, formHeader, percentage, pill, progressBar } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

const LIGHT_VIEWS = { rojo: 'Atrasados', amarillo: 'En riesgo', desactualizado: 'Desactualizados', sinDato: 'Sin dato' } as const;

export const cutoffs = defineList({
  name: 'Cutoffs',
  title: 'Cortes',
  description: 'Las cifras de cada resultado clave al cerrar cada trimestre. Las escribe el cierre; un cambio posterior no las toca.',
  titleColumn: { title: 'Corte', description: 'Resultado y trimestre, por ejemplo OE1-OT2-R5 · 2023-T2.', required: false },
  columns: {
    KeyResult: restrictedLookup('Resultado clave', 'Resultado al que pertenece el corte.', 'KeyResults', 'Code'),
    Quarter: quarterColumn('Trimestre que se cerró.'),
    Key0: keyColumn('Código del plan, del resultado y del trimestre, por ejemplo 2021-2023/OE1-OT2-R5/2023-T2'),
    Value: { type: 'Number', title: 'Valor', description: 'Valor al cierre: la suma, la última lectura o el nivel.' },
    Progress: { type: 'Number', title: 'Avance', description: 'Avance hacia la meta; 1 es el 100 %.' },
    Expected: { type: 'Number', title: 'Avance esperado', description: 'Avance que se esperaba al fin del trimestre; 1 es el 100 %.' },
    Light: {
      type: 'Choice', title: 'Semáforo', choices: ['verde', 'amarillo', 'rojo', 'cumplido', 'desactualizado', 'sinDato', 'sinMeta'],
      description: 'Semáforo al cierre.'
    },
    Confidence: { type: 'Choice', title: 'Confianza', choices: ['Alta', 'Media', 'Baja'], description: 'Confianza del último reporte.' },
    Target: { type: 'Number', title: 'Meta', description: 'Meta vigente al cierre.' },
    Baseline: { type: 'Number', title: 'Línea base', description: 'Línea base vigente al cierre.' },
    YearSum: { type: 'Number', title: 'Suma del año', description: 'En los resultados al año, lo que sumaba el año del trimestre.' },
    PastYears: {
      type: 'Text', title: 'Años anteriores', maxLength: 255,
      description: 'En los resultados al año, la suma de cada año anterior. Por ejemplo: 2021=15;2022=13'
    },
    StagesDone: {
      type: 'Text', title: 'Etapas terminadas', maxLength: 255,
      description: 'Números de las etapas terminadas al cierre, separados por punto y coma.'
    },
    LastReportedOn: { type: 'Moment', title: 'Último reporte el', description: 'Fecha del último reporte incluido.' },
    LastCheckInId: {
      type: 'Number', title: 'Identificador del último reporte', min: 0, decimals: 0,
      description: 'Identificador del último reporte incluido.'
    },
    LastQuarter: {
      type: 'Text', title: 'Trimestre del último reporte', maxLength: 20,
      description: 'Trimestre al que pertenece el último reporte incluido.'
    },
    LastProcess: {
      type: 'Text', title: 'Proceso del último reporte', maxLength: 40,
      description: 'Código del proceso que hizo el último reporte incluido.'
    },
    Reports: {
      type: 'Number', title: 'Reportes', min: 0, decimals: 0,
      description: 'Cuántos reportes entraron en las cifras desde el inicio del plan.'
    },
    Trail: {
      type: 'Text', title: 'Avance por trimestre', maxLength: 255,
      description: 'Avance al fin de cada trimestre del plan hasta este, separado por punto y coma; vacío donde no había dato.'
    },
    Active: { type: 'Boolean', title: 'Contaba', default: true, description: 'Si el resultado estaba activo al cierre.' },
    Weight: { type: 'Number', title: 'Peso', min: 0, description: 'Peso del resultado en su objetivo táctico al cierre.' },
    TacticalWeight: {
      type: 'Number', title: 'Peso del objetivo táctico', min: 0, description: 'Peso del objetivo táctico en el estratégico al cierre.'
    },
    StrategicWeight: {
      type: 'Number', title: 'Peso del objetivo estratégico', min: 0, description: 'Peso del objetivo estratégico en el plan al cierre.'
    },
    ProcessCodes: {
      type: 'Text', title: 'Procesos responsables', maxLength: 255,
      description: 'Códigos de los procesos que respondían al cierre, separados por punto y coma.'
    },
    GreenFrom: { type: 'Number', title: 'Verde desde', min: 0, description: 'Umbral de verde del plan al cierre.' },
    YellowFrom: { type: 'Number', title: 'Amarillo desde', min: 0, description: 'Umbral de amarillo del plan al cierre.' }
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los cortes',
      columns: ['Title', 'KeyResult', 'Quarter', 'Light', 'Value', 'Target', 'Progress', 'Expected', 'Key0'],
      orderBy: [{ column: 'ID', descending: true }]
    },
    {
      name: 'ByQuarter', title: 'Por trimestre',
      columns: ['KeyResult', 'Light', 'Value', 'Target', 'Progress', 'Expected', 'Reports'],
      groupBy: 'Quarter', orderBy: [{ column: 'ID' }], totals: [{ column: 'KeyResult', of: 'COUNT' }, { column: 'Reports', of: 'SUM' }]
    },
    {
      name: 'ByKeyResult', title: 'Por resultado clave',
      columns: ['Quarter', 'Light', 'Value', 'Target', 'Progress', 'Expected', 'Reports'],
      groupBy: 'KeyResult', orderBy: [{ column: 'ID' }]
    },
    ...(['rojo', 'amarillo', 'desactualizado', 'sinDato'] as const).map(light => ({
      name: `Light${light.charAt(0).toUpperCase()}${light.slice(1)}`, title: LIGHT_VIEWS[light],
      columns: ['KeyResult', 'Light', 'Value', 'Target', 'Progress', 'Expected', 'LastProcess'] as const,
      where: { equals: 'Light' as const, value: light, type: 'Choice' as const }, groupBy: 'Quarter' as const,
      orderBy: [{ column: 'ID' as const }], totals: [{ column: 'KeyResult' as const, of: 'COUNT' as const }]
    }))
  ],
  looks: {
    Key0: followUpLink(true),
    Light: pill([
      { value: 'verde', word: 'En camino', shape: '●', tone: 'good' }, { value: 'amarillo', word: 'En riesgo', shape: '▲', tone: 'warning' },
      { value: 'rojo', word: 'Atrasado', shape: '◆', tone: 'severe' }, { value: 'cumplido', word: 'Cumplido', shape: '✔', tone: 'good' },
      { value: 'desactualizado', word: 'Desactualizado', shape: '◔', tone: 'neutral' },
      { value: 'sinDato', word: 'Sin dato', shape: '◌', tone: 'neutral' }, { value: 'sinMeta', word: 'Sin meta', shape: '⊘', tone: 'neutral' }
    ]),
    Progress: progressBar('Expected'),
    Expected: percentage(),
    Confidence: CONFIDENCE
  },
  form: {
    header: formHeader('Corte', 'Las cifras de un corte las escribe el cierre del trimestre. Para cambiarlas, reabre el trimestre en Mantenimiento.'),
    sections: [
      { title: 'Qué corte', columns: ['Title', 'KeyResult', 'Quarter', 'Key0'] },
      { title: 'Cifras', columns: ['Value', 'Target', 'Baseline', 'Progress', 'Expected', 'Light', 'Confidence', 'StagesDone'] },
      { title: 'De dónde salen', columns: ['Reports', 'LastReportedOn', 'LastQuarter', 'LastProcess', 'LastCheckInId'] },
      {
        title: 'Cómo contaba',
        columns: ['Active', 'Weight', 'TacticalWeight', 'StrategicWeight', 'ProcessCodes', 'GreenFrom', 'YellowFrom']
      },
      { title: 'Historia', columns: ['YearSum', 'PastYears', 'Trail'] }
    ]
  },
  writeSecurity: 1,
  access: READ_BY_ALL
});
