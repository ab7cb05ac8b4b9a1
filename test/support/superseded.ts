import type { InMemoryServices } from './in-memory-services';

/** Code of the plan that takes the place of the sample's. */
export const NEXT_PLAN = '2024-2027';

/** Moves the clock past the plan's last reporting window, to a day that the plan after it holds. */
export function supersede(services: InMemoryServices): InMemoryServices {
  const { data } = services;
  const { plan, strategicObjectives, tacticalObjectives, keyResults, indicators } = data;
  data.otherPlans = [{
    plan: { ...plan, id: plan.id + 1, code: NEXT_PLAN, start: '2024-01-01', end: '2027-12-31' },
    strategicObjectives, tacticalObjectives, keyResults, indicators,
    quarters: [], cutoffs: [], checkIns: [], programmedTargets: [], targetChanges: [], decisions: []
  }];
  services.setNow(new Date('2024-02-01T15:00:00Z'));
  return services;
}
