/** Use cases over ports. Knows the domain, neither SharePoint nor React. */
export * from './board';
export * from './check-ins';
export * from './closed-quarter';
export * from './closing';
export * from './cutoffs';
export * from './decisions';
export * from './drafts';
export * from './errors';
export * from './ports';
export * from './quality';
export * from './set-up/drift-report';
export * from './review';
export * from './targets';
export * from './workspace';
