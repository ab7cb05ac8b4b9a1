import type { SampleDecision, SampleOverride, SampleProgrammed, SampleTargetChange } from './sample-types';

/** What the sample data has beside the check-ins. Everything here is sample data and says so in its own text. */

/** The clock of the local site: a Thursday in 2023-T3's reporting window. */
export const SAMPLE_NOW = '2023-10-05T10:42:00-05:00';

export const SAMPLE_NOTE =
  'Datos de ejemplo para el sitio local: reportes, revisiones, decisiones y planes operativos inventados. Los textos de los resultados ' +
  'clave son del plan 2021-2023; sus avances no son cifras de la ACI Medellín. El plan no tiene resultados clave de dirección Decrease ' +
  'ni AtLeast, así que estos datos tampoco: esas reglas se ven en las pruebas.';

/** Where the plan's section 5.2 says the operative plans are, relative to the site. */
export const OPERATIVE_PLANS_FOLDER = 'SIGACI/Planeacion Estrategica 2021/Planes Operativos 2021/Planes Operativos 2021';

/** Day each quarter was closed (Bogota). */
export const CLOSED_ON: Record<string, string> = {
  '2021-T1': '2021-04-13', '2021-T2': '2021-07-13', '2021-T3': '2021-10-13', '2021-T4': '2022-01-13',
  '2022-T1': '2022-04-13', '2022-T2': '2022-07-13', '2022-T3': '2022-10-13', '2022-T4': '2023-01-13',
  '2023-T1': '2023-04-13', '2023-T2': '2023-07-12'
};

export const TARGET_CHANGES: SampleTargetChange[] = [
  {
    keyResult: 'OE1-OT4-R1', oldTarget: 7, newTarget: 26, effectiveOn: '2022-02-15',
    reason: 'Dato de ejemplo. Se adopta la cifra de la sección 5.1, que es la del Plan Indicativo. Los cortes de 2021 conservan ' +
      'la meta 7 (143 % en 2021-T4).'
  }
];

const QUARTERS = [2021, 2022, 2023].flatMap((year) => [1, 2, 3, 4].map((t) => `${year}-T${t}`));
const programmed = (keyResult: string, values: number[]): SampleProgrammed[] =>
  values.map((value, i) => ({ keyResult, quarter: QUARTERS[i], value }));

export const PROGRAMMED_TARGETS: SampleProgrammed[] = [
  ...programmed('OE1-OT2-R6', [4, 9, 15, 21, 27, 33, 39, 46, 53, 60, 67, 75]),
  ...programmed('OE5-OT1-R1', [6, 14, 20, 28, 34, 42, 48, 56, 62, 68, 74, 80])
];

export const DECISIONS: SampleDecision[] = [
  {
    title: 'Aprobar la pieza central de la campaña con el sector privado', keyResult: 'OE1-OT3-R2', strategicObjective: 'OE1',
    decidedOn: '2023-10-05', responsibleProcess: 'COOP', dueDate: '2023-10-20', state: 'Abierta',
    detail: 'Dato de ejemplo. COOP trae la pieza central y la vocería; el comité la aprueba en la misma sesión.'
  },
  {
    title: 'Definir quién lidera la memoria institucional', keyResult: 'OE4-OT5-R1', strategicObjective: 'OE4',
    decidedOn: '2023-07-19', responsibleProcess: 'GCI', dueDate: '2023-09-15', state: 'Abierta',
    detail: 'Dato de ejemplo. GCI y ADM responden por el resultado; hace falta una sola persona que lo lidere.'
  },
  {
    title: 'Pedir modelo financiero a los proyectos antes de cada encuentro', keyResult: 'OE2-OT4-R3', strategicObjective: 'OE2',
    decidedOn: '2023-04-19', responsibleProcess: 'GCI', dueDate: '2023-06-30', state: 'Cumplida',
    detail: 'Dato de ejemplo. El banco de proyectos ya lo pide en su formulario de ingreso.'
  }
];

const stages = (keyResult: string, ...list: [number, string][]): SampleOverride => ({
  keyResult, sample: true,
  reason: 'Dato de ejemplo: Planeación desglosó el entregable en etapas. El plan no las nombra.',
  set: { stages: list.map(([weight, text]) => ({ weight, text })) }
});
const scale = (keyResult: string, ...levels: string[]): SampleOverride => ({
  keyResult, sample: true,
  reason: 'Dato de ejemplo: Planeación definió una escala. El plan no la da y en él este resultado queda sin meta definida.',
  set: { scale: levels }
});

/** What the local site's key results have beyond the plan's wording, so that its screens show stages, levels and a critical limit. */
export const KEY_RESULT_OVERRIDES: SampleOverride[] = [
  stages('OE1-OT1-R1', [20, 'Diagnóstico de organizaciones sociales'], [40, 'Programa diseñado'], [20, 'Programa validado'],
    [20, 'Programa publicado y en operación']),
  stages('OE1-OT2-R1', [25, 'Necesidades levantadas'], [25, 'Malla de contenidos aprobada'], [25, 'Módulos probados'],
    [25, 'Programa publicado']),
  stages('OE1-OT2-R2', [30, 'Fichas recogidas'], [40, 'Portafolio priorizado'], [30, 'Portafolio publicado']),
  stages('OE1-OT2-R3', [30, 'Diagnóstico'], [30, 'Estrategia y mensajes'], [25, 'Plan de medios'], [15, 'Plan adoptado']),
  stages('OE1-OT2-R4', [40, 'Mapa de trámites'], [45, 'Ruta aprobada'], [15, 'Ruta divulgada']),
  stages('OE1-OT2-R7', [20, 'Mecanismos identificados'], [20, 'Mecanismo y proyecto escogidos'], [30, 'Aval jurídico'],
    [30, 'Financiación asegurada']),
  stages('OE1-OT3-R1', [50, 'Borrador del esquema'], [50, 'Esquema validado y adoptado']),
  stages('OE1-OT3-R4', [25, 'Aliados identificados'], [25, 'Texto concertado'], [25, 'Aval de los aliados'], [25, 'Acuerdo firmado']),
  stages('OE1-OT4-R4', [30, 'Referentes revisados'], [30, 'Índice y prioridades'], [30, 'Documento completo'],
    [10, 'Hoja de Ruta adoptada']),
  stages('OE2-OT1-R1', [40, 'Repositorio en línea'], [60, 'Sectores y capítulo legal completos']),
  stages('OE2-OT1-R2', [20, 'Empresas en agenda'], [40, 'Carta de intención'], [40, 'Empresa instalada']),
  stages('OE2-OT1-R5', [50, 'Estrategia y mercados'], [50, 'Empresa instalada']),
  stages('OE2-OT2-R2', [30, 'Servicios definidos'], [40, 'Portafolio diseñado con aliados'], [30, 'City Card en operación']),
  stages('OE2-OT3-R2', [25, 'Modelo definido'], [25, 'Trámite radicado'], [25, 'Concepto favorable'], [25, 'Zona franca declarada']),
  stages('OE3-OT2-R2', [30, 'Mapa de actores'], [35, 'Plan redactado'], [35, 'Plan adoptado']),
  stages('OE3-OT3-R4', [40, 'Banco activado'], [40, 'Proyectos validados y publicados'], [20, 'Banco consolidado']),
  stages('OE4-OT2-R4', [40, 'Caso escrito'], [40, 'Metodología validada'], [20, 'Material publicado']),
  stages('OE4-OT5-R1', [30, 'Diagnóstico'], [30, 'Modelo diseñado'], [40, 'Modelo implementado']),
  stages('OE5-OT2-R5', [30, 'Mapa de procesos'], [40, 'Procedimientos'], [30, 'Formatos']),
  scale('OE3-OT2-R1', 'Baja', 'Media', 'Alta'),
  scale('OE3-OT4-R2', 'Por construir', 'En construcción', 'Fortalecida', 'Consolidada'),
  scale('OE4-OT3-R3', 'Sin contenidos', 'Desactualizados', 'Actualización ocasional', 'Actualización mensual', 'Actualización continua'),
  {
    keyResult: 'OE2-OT2-R3', sample: true,
    reason: 'Dato de ejemplo: Planeación fijó en 15 % el límite crítico. El plan no lo da.',
    set: { criticalLimit: 15 }
  }
];
