import type { IndicatorSeed, PlanSeed } from '../../application/set-up';

/** The plan and the city's indicators that a new site begins with: a chunk of its own, loaded when somebody sets a site up. */
export async function loadSeed(): Promise<{ plan: PlanSeed; indicators: readonly IndicatorSeed[] }> {
  const [plan, indicators] = await Promise.all([
    import(/* webpackChunkName: "plan-seed" */ '../../../sharepoint/seed/plan.json'),
    import(/* webpackChunkName: "plan-seed" */ '../../../sharepoint/seed/indicators.json')
  ]);
  return { plan: contentOf(plan) as PlanSeed, indicators: contentOf(indicators) as IndicatorSeed[] };
}

function contentOf(module: { readonly default: unknown }): unknown {
  return module.default;
}
