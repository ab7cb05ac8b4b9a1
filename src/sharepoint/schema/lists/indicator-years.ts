import { restrictedLookup } from '../common';
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
      description: 'Año de la meta y del logro.'
    },
    Target: { type: 'Number', title: 'Meta del año', description: 'Meta programada para el año.' },
    Achieved: { type: 'Number', title: 'Logro', description: 'Lo que la ciudad reporta. −1: no aplica. −2: sin dato.' },
    CutMonth: {
      type: 'Number', title: 'Mes de corte', min: 1, max: 12, decimals: 0, default: 12,
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
  writeSecurity: 1,
  access: READ_BY_ALL
});
