declare module 'SigaciStrings' {
  export const Common_AppName: string;
}
