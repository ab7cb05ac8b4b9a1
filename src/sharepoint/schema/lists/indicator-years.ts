import { restrictedLookup } from '../common';
import { codedNumber } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

export const indicatorYears = defineList({
  name: 'IndicatorYears',
  title: 'Indicadores por año',
  description: 'Meta y logro de cada indicador en cada año, como los publica la ciudad.',
  titleColumn: {
    title: 'Indicador y año',
    description: 'Plan, indicador y año, por ejemplo 2021-2023/1.3.4/2022. No se repite en la lista.',
    unique: true, required: true
  },
  columns: {
    Indicator: restrictedLookup('Indicador', 'Indicador al que pertenece el año.', 'Indicators', 'Code'),
    Year: {
      type: 'Number', title: 'Año', min: 2000, max: 2100, decimals: 0, required: true, indexed: true,
      allowed: { comparison: '>=2000', message: 'Escribe el año con cuatro cifras, por ejemplo 2022.' },
      description: 'Año de la meta y del logro.'
    },
    Target: { type: 'Number', title: 'Meta del año', description: 'Meta programada para el año.' },
    Achieved: {
      type: 'Number', title: 'Logro', description: 'Lo que la ciudad reporta. −1: no aplica. −2: sin dato.',
      allowed: { comparison: '>=-2', message: 'El logro no puede ser menor que −2. Escribe −1 si no aplica o −2 si no hay dato.' }
    },
    CutMonth: {
      type: 'Number', title: 'Mes de corte', min: 1, max: 12, decimals: 0, default: 12,
      allowed: { comparison: '>=1', message: 'El mes de corte va de 1 a 12; 12 es el año completo.' },
      description: 'Último mes incluido; 12 es el año completo.'
    }
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los años',
      columns: ['Indicator', 'Year', 'Target', 'Achieved', 'CutMonth'],
      orderBy: [{ column: 'Title' }]
    },
    {
      name: 'ByIndicator', title: 'Por indicador',
      columns: ['Year', 'Target', 'Achieved', 'CutMonth'],
      groupBy: 'Indicator', orderBy: [{ column: 'Year' }]
    },
    {
      name: 'ByYear', title: 'Por año',
      columns: ['Indicator', 'Target', 'Achieved', 'CutMonth'],
      groupBy: 'Year', orderBy: [{ column: 'Title' }]
    }
  ],
  looks: { Achieved: codedNumber([{ value: -1, word: 'No aplica' }, { value: -2, word: 'Sin dato' }]) },
  writeSecurity: 1,
  access: READ_BY_ALL
});
