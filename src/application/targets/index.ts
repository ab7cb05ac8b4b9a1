export * from './change-target';
export * from './port';
export * from './programme';
