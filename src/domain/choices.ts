import type { Accumulation, Confidence, DecisionState, Direction, Indicator, IndicatorKind, Light, QuarterState, Verdict } from './model';

/** The values of a closed set, each with the other words that people write for it. */
export type Choices<T extends string> = Readonly<Record<T, readonly string[]>>;

export const directions: Choices<Direction> = {
  Increase: ['aumentar', 'aumento', 'incrementar', 'incremento', 'subir', 'creciente'],
  Decrease: ['disminuir', 'disminución', 'reducir', 'reducción', 'bajar', 'decreciente'],
  AtMost: ['a lo sumo', 'como máximo', 'máximo', 'no superar', 'no pasar de'],
  AtLeast: ['al menos', 'como mínimo', 'mínimo', 'no bajar de'],
  Milestone: ['hito', 'hitos', 'etapas', 'entregable', 'por etapas'],
  Qualitative: ['cualitativo', 'cualitativa', 'escala']
};

export const accumulations: Choices<Accumulation> = {
  Sum: ['suma', 'sumar', 'sumado', 'aportes'],
  SumPerYear: ['suma por año', 'suma anual', 'suma al año', 'al año', 'por año', 'anual'],
  Latest: ['último', 'última', 'último valor', 'última lectura', 'lectura', 'lecturas']
};

export const confidences: Choices<Confidence> = {
  Alta: ['alto', 'high'],
  Media: ['medio', 'medium'],
  Baja: ['bajo', 'low']
};

export const quarterStates: Choices<QuarterState> = {
  open: ['abierto', 'abierta'],
  closing: ['cerrando', 'en cierre'],
  closed: ['cerrado', 'cerrada']
};

export const verdicts: Choices<Verdict> = {
  Aprobado: ['aprobada', 'aprobar', 'approved'],
  Devuelto: ['devuelta', 'devolver', 'returned', 'rechazado', 'rechazada']
};

export const decisionStates: Choices<DecisionState> = {
  Abierta: ['abierto', 'pendiente', 'open'],
  Cumplida: ['cumplido', 'hecha', 'done'],
  Descartada: ['descartado', 'cancelada']
};

export const lights: Choices<Light> = {
  verde: ['en camino', 'green'],
  amarillo: ['en riesgo', 'yellow'],
  rojo: ['atrasado', 'red'],
  cumplido: ['cumplida', 'done'],
  desactualizado: ['desactualizada', 'stale'],
  sinDato: ['sin dato', 'sin datos'],
  sinMeta: ['sin meta']
};

export const indicatorKinds: Choices<IndicatorKind> = { Resultado: ['resultados'], Producto: ['productos'] };

export const accumulationForms: Choices<Indicator['accumulationForm']> = {
  A: ['acumulado'],
  NoA: ['no acumulado'],
  M: ['mantenimiento', 'mantener']
};

export const senses: Choices<Indicator['sense']> = { Creciente: ['aumentar', 'subir'], Decreciente: ['disminuir', 'bajar'] };

/** The text without case, accents, spaces and marks. */
function plain(text: string): string {
  return text.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The value a text means, by its name or another word for it, whatever its case and accents; `null` when none. */
export function findChoice<T extends string>(choices: Choices<T>, text: string): T | null {
  if (Object.prototype.hasOwnProperty.call(choices, text)) return text as T;
  const wanted = plain(text);
  if (wanted === '') return null;
  for (const value of Object.keys(choices) as T[]) {
    if (plain(value) === wanted || choices[value].some(word => plain(word) === wanted)) return value;
  }
  return null;
}
