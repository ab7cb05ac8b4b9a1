// Written by config/tasks/loc.ts from es-es.js.
declare module 'TableroStrings' {
  export const Dashboard_Title: string;
}
