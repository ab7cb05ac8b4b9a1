import { formHeader } from '../formatting/elements';
import { defineList, READ_BY_ALL } from '../list-schema';

export const plans = defineList({
  name: 'Plans',
  title: 'Planes',
  description: 'Los planes estratégicos de la entidad. Cada plan tiene sus objetivos, resultados clave y trimestres.',
  titleColumn: { title: 'Nombre', description: 'Nombre del plan, como aparece en su portada.', required: true },
  columns: {
    Code: {
      type: 'Text', title: 'Código', maxLength: 20, unique: true, required: true,
      description: 'Años del plan, por ejemplo 2021-2023. Va al comienzo de todas las claves.'
    },
    Purpose: { type: 'Note', title: 'Propósito', lines: 4, description: 'Propósito de la entidad según el plan.' },
    Vision: { type: 'Note', title: 'Visión', lines: 4, description: 'Visión de la entidad según el plan.' },
    Slogan: { type: 'Note', title: 'Eslogan', lines: 2, description: 'Eslogan del plan.' },
    StartDate: { type: 'Date', title: 'Inicio', required: true, description: 'Primer día del plan.' },
    EndDate: { type: 'Date', title: 'Fin', required: true, description: 'Último día del plan.' },
    GreenFrom: {
      type: 'Number', title: 'Verde desde', min: 0, max: 1, decimals: 2, default: 0.9,
      allowed: { comparison: '>=0', message: 'Verde desde va de 0 a 1, por ejemplo 0,9.' },
      description: 'Relación entre avance y avance esperado desde la que el semáforo está en verde. Entre 0 y 1.'
    },
    YellowFrom: {
      type: 'Number', title: 'Amarillo desde', min: 0, max: 1, decimals: 2, default: 0.6,
      allowed: { comparison: '>=0', message: 'Amarillo desde va de 0 a 1, por ejemplo 0,6.' },
      description:
        'Relación entre avance y avance esperado desde la que el semáforo está en amarillo. Por debajo está en rojo. Entre 0 y 1.'
    },
    GraceDays: {
      type: 'Number', title: 'Días de plazo', min: 0, max: 90, decimals: 0, default: 10,
      allowed: { comparison: '>=0', message: 'Los días de plazo no pueden ser negativos. Escribe 0 si no hay plazo.' },
      description: 'Días después del fin de un trimestre en los que todavía se reporta.'
    },
    SchemaVersion: {
      type: 'Number', title: 'Versión de las listas', min: 0, decimals: 0,
      description: 'La escribe la preparación del sitio al terminar. No la cambies.'
    }
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los planes',
      columns: ['Code', 'Title', 'StartDate', 'EndDate', 'GreenFrom', 'YellowFrom', 'GraceDays'],
      orderBy: [{ column: 'StartDate', descending: true }]
    }
  ],
  form: {
    header: formHeader('Plan', 'Los umbrales y los días de plazo cambian el semáforo de todos los resultados del plan.'),
    sections: [
      { title: 'El plan', columns: ['Title', 'Code', 'StartDate', 'EndDate'] },
      { title: 'Semáforo y plazos', columns: ['GreenFrom', 'YellowFrom', 'GraceDays'] },
      { title: 'Textos del plan', columns: ['Purpose', 'Vision', 'Slogan'] },
      { title: 'Uso interno', columns: ['SchemaVersion'] }
    ]
  },
  rule: { formula: '[EndDate]>=[StartDate]', message: 'El plan no puede terminar antes de empezar. Revisa las fechas de inicio y fin.' },
  writeSecurity: 1,
  access: READ_BY_ALL
});
