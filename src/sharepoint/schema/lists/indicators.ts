import { keyColumn, restrictedLookup } from '../common';
import { codedNumber, formHeader, words } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

export const indicators = defineList({
  name: 'Indicators',
  title: 'Indicadores del plan de desarrollo',
  description:
    'Los indicadores del Plan Indicativo de la ciudad a cargo de la entidad. Sus cifras van al lado de las del plan, sin mezclarse.',
  titleColumn: { title: 'Indicador', description: 'Nombre del indicador, como lo publica la ciudad.', required: true },
  columns: {
    Code: {
      type: 'Text', title: 'Código', maxLength: 20, indexed: true, required: true,
      description: 'Código del indicador en el Plan Indicativo, por ejemplo 1.3.4.'
    },
    Key0: keyColumn('Código del plan estratégico y del indicador, por ejemplo 2021-2023/1.3.4'),
    Kind: {
      type: 'Choice', title: 'Tipo', choices: ['Resultado', 'Producto'], required: true,
      description: 'Los de resultado no pesan en el promedio de la ciudad.'
    },
    Unit: { type: 'Text', title: 'Unidad', maxLength: 60, description: 'Unidad de medida.' },
    AccumulationForm: {
      type: 'Choice', title: 'Forma de acumulación', choices: ['A', 'NoA', 'M'], required: true,
      description: 'A: acumulado. NoA: no acumulado, se suman los años. M: mantenimiento.'
    },
    Sense: {
      type: 'Choice', title: 'Sentido', choices: ['Creciente', 'Decreciente'], default: 'Creciente',
      description: 'Si se busca que la cifra suba o baje.'
    },
    Baseline: { type: 'Number', title: 'Línea base', description: 'La que publica la ciudad; −1 si no aplica.' },
    PlanTarget: { type: 'Number', title: 'Meta del plan', description: 'Meta del cuatrienio.' },
    Weight: { type: 'Number', title: 'Peso', min: 0, default: 0,
      allowed: { comparison: '>=0', message: 'El peso no puede ser negativo.' }, description: 'Peso en el plan de desarrollo.' },
    Program: { type: 'Text', title: 'Programa', maxLength: 255, description: 'Programa del plan de desarrollo.' },
    Plan: restrictedLookup('Plan', 'Plan estratégico junto al que se sigue.', 'Plans', 'Code')
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los indicadores',
      columns: ['Code', 'Title', 'Kind', 'Unit', 'AccumulationForm', 'Sense', 'Baseline', 'PlanTarget', 'Weight'],
      orderBy: [{ column: 'Code' }]
    },
    {
      name: 'ByKind', title: 'Por tipo',
      columns: ['Code', 'Title', 'Unit', 'Baseline', 'PlanTarget'],
      groupBy: 'Kind', orderBy: [{ column: 'Code' }], totals: [{ column: 'Code', of: 'COUNT' }]
    },
    {
      name: 'ByProgram', title: 'Por programa',
      columns: ['Code', 'Title', 'Kind', 'Weight', 'PlanTarget'],
      groupBy: 'Program', orderBy: [{ column: 'Code' }], totals: [{ column: 'Code', of: 'COUNT' }, { column: 'Weight', of: 'SUM' }]
    }
  ],
  looks: {
    AccumulationForm: words([
      { value: 'A', word: 'Acumulado' }, { value: 'NoA', word: 'No acumulado: se suman los años' }, { value: 'M', word: 'Mantenimiento' }
    ]),
    Baseline: codedNumber([{ value: -1, word: 'No aplica' }])
  },
  form: {
    header: formHeader('Indicador del plan de desarrollo', 'Las cifras son las que publica la ciudad. Metas y logros van en Indicadores por año.'),
    sections: [
      { title: 'El indicador', columns: ['Title', 'Code', 'Key0', 'Kind', 'Program', 'Plan'] },
      { title: 'Cómo se mide', columns: ['Unit', 'AccumulationForm', 'Sense', 'Baseline', 'PlanTarget', 'Weight'] }
    ]
  },
  writeSecurity: 1,
  access: READ_BY_ALL
});
