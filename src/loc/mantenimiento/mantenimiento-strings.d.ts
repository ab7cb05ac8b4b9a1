// Written by config/tasks/loc.ts from es-es.js.
declare module 'MantenimientoStrings' {
  export const Maintenance_Title: string;
}
