/** Closing a quarter, opening it again, and whether what was frozen still agrees with the check-ins. */
export * from './agreement';
export * from './close-quarter';
export * from './errors';
export * from './order';
export * from './port';
export * from './preview';
export * from './reopen-quarter';
