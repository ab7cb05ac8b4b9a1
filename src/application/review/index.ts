export * from './port';
export * from './queue';
export * from './review';
