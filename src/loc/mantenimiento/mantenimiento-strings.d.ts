// Written by config/tasks/loc.ts from es-es.js.
declare module 'MantenimientoStrings' {
  export const Maintenance_Title: string;
  export const Maintenance_Intro: string;
  export const Maintenance_Targets: string;
  export const Maintenance_Responsibilities: string;
  export const Maintenance_ImportExport: string;
  export const Maintenance_Site: string;
  export const Maintenance_PlannersOnly: string;
}
