import { keyColumn, PROCESS_CODES, restrictedLookup, weightColumn } from '../common';
import { followUpLink, formHeader, rowClass, tags, words } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

/** Topics that cut across objectives, by the plan's own recommendations (§6). */
const TOPICS = [
  'Banco de proyectos', 'Buenas prácticas', 'Plan de Relacionamiento', 'Plan de mercadeo', 'Plan de Comunicaciones', 'Página web',
  'Fuentes de información y conocimiento'
];

export const keyResults = defineList({
  name: 'KeyResults',
  title: 'Resultados clave',
  description: 'Los resultados clave (KR) de cada objetivo táctico: qué se mide, hasta dónde hay que llegar y qué procesos responden.',
  titleColumn: { title: 'Resultado clave', description: 'El resultado, como está escrito en la matriz del plan.', required: true },
  columns: {
    Code: {
      type: 'Text', title: 'Código', maxLength: 40, indexed: true, required: true,
      description: 'Código del resultado, por ejemplo OE1-OT2-R5.'
    },
    Key0: keyColumn('Código del plan y del resultado, por ejemplo 2021-2023/OE1-OT2-R5'),
    TacticalObjective: restrictedLookup('Objetivo táctico', 'Objetivo táctico del que hace parte.', 'TacticalObjectives', 'Code'),
    Processes: {
      type: 'MultiLookup', title: 'Procesos', list: 'Processes', show: 'Title',
      description: 'Procesos que responden por el resultado y pueden reportar en él.'
    },
    Direction: {
      type: 'Choice', title: 'Dirección', required: true, default: 'Increase',
      choices: ['Increase', 'Decrease', 'AtMost', 'AtLeast', 'Milestone', 'Qualitative'],
      description:
        'Increase: subir hasta la meta. Decrease: bajar hasta la meta. AtMost: no pasar de la meta. AtLeast: no bajar de la meta. ' +
        'Milestone: etapas que se entregan. Qualitative: niveles de una escala descrita.'
    },
    Accumulation: {
      type: 'Choice', title: 'Acumulación', required: true, default: 'Latest', choices: ['Sum', 'SumPerYear', 'Latest'],
      description:
        'Sum: cada reporte es un aporte y se suman todos. SumPerYear: la suma empieza de nuevo cada enero y la meta es de cada año. ' +
        'Latest: cada reporte es una lectura y vale la última. Las sumas van solo con Increase.'
    },
    Unit: { type: 'Text', title: 'Unidad', maxLength: 60, description: 'En qué se mide, por ejemplo proyectos, % o USD millones.' },
    Baseline: { type: 'Number', title: 'Línea base', description: 'Valor de partida. En las sumas es informativa.' },
    Target: {
      type: 'Number', title: 'Meta',
      description:
        'Valor al que hay que llegar; en SumPerYear, el de cada año. Vacía si el plan no la define. Si la cambias, escribe una fila en ' +
        'Cambios de meta.'
    },
    CriticalLimit: {
      type: 'Number', title: 'Límite crítico',
      description: 'Solo con AtMost y AtLeast: valor en el que el avance es cero.'
    },
    Stages: {
      type: 'Note', title: 'Etapas', lines: 6,
      description: 'Solo con Milestone: una etapa por línea, con su peso, punto y coma y su texto. Por ejemplo: 2; Programa construido'
    },
    Scale: { type: 'Note', title: 'Escala', lines: 6, description: 'Solo con Qualitative: un nivel por línea, del peor al mejor.' },
    StartDate: { type: 'Date', title: 'Inicio', description: 'Desde cuándo se espera avance. Si está vacía, desde el inicio del plan.' },
    EndDate: { type: 'Date', title: 'Fin', description: 'Cuándo debe cumplirse. Si está vacía, al fin del plan.' },
    Weight: weightColumn,
    SameMeasureAs: {
      type: 'Lookup', title: 'Mide lo mismo que', list: 'KeyResults', show: 'Code', indexed: true,
      description: 'Si el plan repite un resultado, el que lleva las cifras. Este no recibe reportes y muestra los del otro.'
    },
    Indicator: {
      type: 'Lookup', title: 'Indicador', list: 'Indicators', show: 'Code', restrictDelete: true,
      description: 'Indicador del plan de desarrollo con el que se relaciona.'
    },
    Topics: {
      type: 'MultiChoice', title: 'Temas', choices: TOPICS, fillIn: true,
      description: 'Temas que cruzan varios objetivos, según las recomendaciones del plan.'
    },
    SourceNote: {
      type: 'Note', title: 'Nota de la fuente', lines: 4,
      description: 'Lo que el plan dice en un lugar y contradice en otro sobre este resultado, y dónde.'
    },
    Active: {
      type: 'Boolean', title: 'Activo', default: true,
      description: 'No: deja de recibir reportes y de contar en los promedios, sin perder su historia.'
    }
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los resultados clave',
      columns: ['Code', 'Title', 'Processes', 'Direction', 'Accumulation', 'Baseline', 'Target', 'Unit', 'Active', 'Key0'],
      orderBy: [{ column: 'Code' }],
      // Those that no longer count stand back.
      look: rowClass({ operator: '==', operands: ['[$Active]', false] }, 'ms-fontColor-neutralSecondary')
    },
    {
      name: 'ByObjective', title: 'Por objetivo táctico',
      columns: ['Code', 'Title', 'Processes', 'Target', 'Unit', 'Weight', 'Key0'],
      groupBy: 'TacticalObjective', orderBy: [{ column: 'Code' }],
      totals: [{ column: 'Code', of: 'COUNT' }, { column: 'Weight', of: 'SUM' }]
    },
    {
      name: 'ByIndicator', title: 'Por indicador',
      columns: ['Code', 'Title', 'Processes', 'Target', 'Unit'],
      where: { isNotEmpty: 'Indicator' }, groupBy: 'Indicator', orderBy: [{ column: 'Code' }], totals: [{ column: 'Code', of: 'COUNT' }]
    },
    {
      name: 'WithoutResponsible', title: 'Sin responsable',
      columns: ['Code', 'Title', 'TacticalObjective', 'Target', 'Unit'],
      where: { isEmpty: 'Processes' }, orderBy: [{ column: 'Code' }]
    },
    {
      name: 'WithoutTarget', title: 'Sin meta',
      columns: ['Code', 'Title', 'Direction', 'Processes', 'Stages', 'Scale'],
      where: { isEmpty: 'Target' }, orderBy: [{ column: 'Code' }]
    },
    {
      name: 'WithNote', title: 'Con nota de la fuente',
      columns: ['Code', 'Title', 'SourceNote'],
      where: { isNotEmpty: 'SourceNote' }, orderBy: [{ column: 'Code' }]
    },
    {
      name: 'Inactive', title: 'Inactivos',
      columns: ['Code', 'Title', 'Processes'],
      where: { isTrue: 'Active', value: false }, orderBy: [{ column: 'Code' }]
    },
    {
      name: 'ByDirection', title: 'Por forma de medir',
      columns: ['Code', 'Title', 'Accumulation', 'Baseline', 'Target', 'CriticalLimit', 'Unit'],
      groupBy: 'Direction', orderBy: [{ column: 'Code' }], totals: [{ column: 'Code', of: 'COUNT' }]
    },
    {
      name: 'ByEnd', title: 'Por fecha de fin',
      columns: ['Code', 'Title', 'StartDate', 'EndDate', 'Processes'],
      orderBy: [{ column: 'EndDate' }, { column: 'Code' }]
    },
    {
      name: 'SameMeasure', title: 'Miden lo mismo que otro',
      columns: ['Code', 'Title', 'SameMeasureAs', 'Processes'],
      where: { isNotEmpty: 'SameMeasureAs' }, orderBy: [{ column: 'Code' }]
    },
    // A column of several values cannot group a view, so each process has one.
    ...PROCESS_CODES.map((code) => ({
      name: `ByProcess${code}`, title: `Responde ${code}`, columns: ['Code', 'Title', 'Processes', 'Target', 'Unit'] as const,
      where: { equals: 'Processes' as const, value: code, type: 'LookupMulti' as const }, orderBy: [{ column: 'Code' as const }]
    }))
  ],
  looks: {
    Key0: followUpLink(false),
    Processes: tags('Processes', 'Sin responsable'),
    Direction: words([
      { value: 'Increase', word: 'Subir hasta la meta' }, { value: 'Decrease', word: 'Bajar hasta la meta' },
      { value: 'AtMost', word: 'No pasar de la meta' }, { value: 'AtLeast', word: 'No bajar de la meta' },
      { value: 'Milestone', word: 'Etapas que se entregan' }, { value: 'Qualitative', word: 'Niveles de una escala' }
    ]),
    Accumulation: words([
      { value: 'Sum', word: 'Los reportes se suman' }, { value: 'SumPerYear', word: 'Se suman por año' },
      { value: 'Latest', word: 'Vale el último reporte' }
    ])
  },
  form: {
    header: formHeader('Resultado clave', 'Si cambias la meta, escribe una fila en Cambios de meta con el motivo.', true),
    sections: [
      { title: 'Qué es y quién responde', columns: ['Title', 'Code', 'Key0', 'TacticalObjective', 'Processes', 'Active'] },
      { title: 'Cómo se mide', columns: ['Direction', 'Accumulation', 'Unit', 'Baseline', 'Target', 'CriticalLimit', 'Weight'] },
      { title: 'Etapas o escala', columns: ['Stages', 'Scale'] },
      { title: 'Fechas', columns: ['StartDate', 'EndDate'] },
      { title: 'Relaciones y fuente', columns: ['SameMeasureAs', 'Indicator', 'Topics', 'SourceNote'] }
    ]
  },
  writeSecurity: 1,
  access: READ_BY_ALL
});
