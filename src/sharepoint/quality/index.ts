/** What planners alone ask for; loaded when they do. */
export { readFacts } from './facts-reader';
export { readResponsibles, writeResponsibles } from './responsibility-keeper';
export { mendRows } from './row-mender';
