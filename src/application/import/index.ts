/** A plan in and out as a workbook. Pure but for the port it reads and writes through. */
export * from './export';
export * from './issues';
export * from './keys';
export * from './new-period';
export * from './preview';
export * from './read-workbook';
export * from './report';
export * from './rows';
export * from './run';
export * from './sheets';
export * from './site-reader';
export * from './tables';
export * from './template';
export * from './viva-goals';
export { cellText, parseDay } from './cells';
