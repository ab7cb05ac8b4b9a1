import fc from 'fast-check';

/**
 * Property tests draw the same cases on every run, so that a failure is the change's and not the draw's. `FC_SEED=random` explores, and
 * `FC_SEED=<number>` replays what fast-check reports.
 */
const asked = process.env.FC_SEED;
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: asked ? Number(asked) : 20212023 });
