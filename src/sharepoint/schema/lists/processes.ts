import { orderColumn } from '../common';
import { defineList, READ_BY_ALL } from '../list-schema';

export const processes = defineList({
  name: 'Processes',
  title: 'Procesos',
  description: 'Los procesos de la entidad y las personas que reportan por cada uno.',
  titleColumn: {
    title: 'Código',
    description: 'Código del proceso en la matriz de responsabilidades, por ejemplo COOP.',
    unique: true, required: true
  },
  columns: {
    FullName: {
      type: 'Text', title: 'Nombre completo', maxLength: 255,
      description: 'Nombre del proceso. El plan solo da el código; queda vacío hasta que alguien lo escriba.'
    },
    Leader: { type: 'Person', title: 'Líder', description: 'Persona que lidera el proceso. También puede reportar.' },
    Members: {
      type: 'People', title: 'Integrantes',
      description: 'Personas que reportan por el proceso. Deben estar además en el grupo OKR Procesos.'
    },
    OperativePlanUrl: {
      type: 'Link', title: 'Plan operativo',
      description: 'Carpeta o documento del plan operativo del proceso en SIGACI.'
    },
    Order0: orderColumn
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los procesos',
      columns: ['Title', 'FullName', 'Leader', 'Members', 'OperativePlanUrl'],
      orderBy: [{ column: 'Order0' }]
    },
    {
      name: 'WithoutLeader', title: 'Sin líder',
      columns: ['Title', 'FullName', 'Leader', 'Members'],
      where: { isEmpty: 'Leader' }, orderBy: [{ column: 'Order0' }]
    },
    {
      name: 'WithoutMembers', title: 'Sin integrantes',
      columns: ['Title', 'FullName', 'Leader', 'Members'],
      where: { isEmpty: 'Members' }, orderBy: [{ column: 'Order0' }]
    },
    {
      name: 'WithoutOperativePlan', title: 'Sin plan operativo',
      columns: ['Title', 'FullName', 'Leader', 'OperativePlanUrl'],
      where: { isEmpty: 'OperativePlanUrl' }, orderBy: [{ column: 'Order0' }]
    }
  ],
  writeSecurity: 1,
  access: READ_BY_ALL
});
