import type { GroupKey } from '../../application/set-up/definition';

export interface GroupSchema {
  readonly key: GroupKey;
  /** SharePoint finds groups by name, so this one is fixed. */
  readonly title: string;
  readonly description: string;
}

export const groups: readonly GroupSchema[] = [
  { key: 'planning', title: 'OKR Planeación', description: 'Mantienen el plan, revisan los reportes y cierran los trimestres.' },
  { key: 'processes', title: 'OKR Procesos', description: 'Ven el plan y reportan el avance de los resultados de su proceso.' },
  { key: 'management', title: 'OKR Dirección', description: 'Ven el plan y registran las decisiones del comité.' }
];
