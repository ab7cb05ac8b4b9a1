export * from './definition';
export * from './drift-report';
export * from './plan-seed';
export * from './port';
export { makeSetUp } from './set-up';
export { stepsOf } from './steps';
