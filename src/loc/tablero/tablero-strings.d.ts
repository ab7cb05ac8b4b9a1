// Written by config/tasks/loc.ts from es-es.js.
declare module 'TableroStrings' {
  export const Dashboard_Title: string;
  export const Dashboard_Plan: string;
  export const Dashboard_LiveOpen: string;
  export const Dashboard_Live: string;
  export const Dashboard_Frozen: string;
  export const Dashboard_FrozenOn: string;
  export const Dashboard_QuarterOpen: string;
  export const Dashboard_QuarterUnknown: string;
  export const Dashboard_SeeToday: string;
  export const Dashboard_Empty: string;
  export const Dashboard_Added: string;
  export const Dashboard_Removed: string;
  export const Dashboard_UnknownObjectives: string;
  export const Quarter_Group: string;
  export const Quarter_Older: string;
  export const Quarter_OlderShort: string;
  export const Quarter_Closed: string;
  export const Quarter_Today: string;
  export const Quarter_Note: string;
}
