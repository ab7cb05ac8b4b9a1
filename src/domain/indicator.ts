import { add, divide, partOfWay, unit, weightedMean } from './arithmetic';
import type { Indicator, IndicatorYear } from './model';

/** The city's plan of government the indicators belong to: years of its four-year term. */
export const CITY_PLAN = { firstYear: 2020, years: 4 } as const;
/** The city's own thresholds, of progress over the part of the term gone by. */
const CITY_GREEN_FROM = 0.9;
const CITY_YELLOW_FROM = 0.6;

/** The city's light; its words differ from ours, and it knows neither «cumplido» nor «desactualizado». */
export type CityLight = 'verde' | 'amarillo' | 'rojo' | 'gris';

export interface CityFigures {
  /** Progress of the four-year plan, uncapped; `null` without data or where the city has no rule. */
  readonly progress: number | null;
  /** Compliance of each year that has a figure, by year: achieved / target. */
  readonly compliance: Readonly<Record<string, number>>;
  /** Month of the plan of the latest cut, 1…48. */
  readonly month: number | null;
  readonly light: CityLight;
}

function quotient(value: number | null, by: number | null): number | null {
  return value === null || by === null || by === 0 ? null : divide(value, by);
}

function sortedYears(indicator: Pick<Indicator, 'years'>): IndicatorYear[] {
  return [...indicator.years].sort((a, b) => a.year - b.year);
}

/** Month of the city's plan at a month of a year: 1 is January 2020, 44 August 2023. Held to 1…48. */
export function cityPlanMonth(year: number, month: number): number {
  return Math.min(CITY_PLAN.years * 12, Math.max(1, (year - CITY_PLAN.firstYear) * 12 + month));
}

/** Compliance of a year (growing): achieved / target; `null` without either, and for falling indicators, for which no rule is known. */
export function cityCompliance(indicator: Pick<Indicator, 'sense'>, year: IndicatorYear): number | null {
  return indicator.sense === 'Creciente' ? quotient(year.achieved, year.target) : null;
}

/**
 * Progress of the plan (avance cuatrienio) by form of accumulation and sense, as the city computes it. A year without data adds
 * nothing. `null` without any data, and for falling indicators that are not `A`, for which no rule is known.
 */
export function cityProgress(
  indicator: Pick<Indicator, 'accumulationForm' | 'sense' | 'baseline' | 'planTarget' | 'years'>
): number | null {
  const known = sortedYears(indicator).filter(year => year.achieved !== null);
  if (known.length === 0) return null;
  const latest = known[known.length - 1].achieved;
  if (indicator.sense === 'Decreciente') {
    const { baseline, planTarget } = indicator;
    if (indicator.accumulationForm !== 'A' || baseline === null || planTarget === null || latest === null) return null;
    const progress = baseline === planTarget ? null : partOfWay(baseline, planTarget, latest);
    return progress === null ? null : Math.max(0, progress);
  }
  if (indicator.accumulationForm === 'A') return quotient(latest, indicator.planTarget);
  if (indicator.accumulationForm === 'NoA') {
    return quotient(known.reduce((sum, year) => add(sum, year.achieved || 0), 0), indicator.planTarget);
  }
  const terms = known.map(year => {
    const compliance = quotient(year.achieved, year.target);
    return compliance === null ? null : compliance * (year.cutMonth / 12) / CITY_PLAN.years;
  });
  return terms.some(term => term !== null) ? terms.reduce<number>((sum, term) => sum + (term || 0), 0) : null;
}

/** The city's light at a month of its plan (1…48); grey without data. */
export function cityLight(progress: number | null, month: number | null): CityLight {
  if (progress === null || month === null) return 'gris';
  const gone = month / (CITY_PLAN.years * 12);
  if (progress >= CITY_GREEN_FROM * gone) return 'verde';
  return progress < CITY_YELLOW_FROM * gone ? 'rojo' : 'amarillo';
}

/**
 * Everything the city publishes about one indicator, from its row alone. The month is that of the latest year's cut, with data or not.
 * @param upToYear leaves later years out, for the cut of an earlier year
 */
export function cityFigures(indicator: Indicator, upToYear: number = Infinity): CityFigures {
  const years = sortedYears(indicator).filter(year => year.year <= upToYear);
  const progress = cityProgress({ ...indicator, years });
  const last = years.length ? years[years.length - 1] : null;
  const month = last ? cityPlanMonth(last.year, last.cutMonth) : null;
  const compliance: Record<string, number> = {};
  for (const year of years) {
    const value = cityCompliance(indicator, year);
    if (value !== null) compliance[year.year] = value;
  }
  return { progress, compliance, month, light: cityLight(progress, month) };
}

/** Σ(weight·min(1, progress))/Σweight; without data 0. Indicators of result weigh 0. `null` when Σweight = 0. */
export function cityRollUp(indicators: readonly Indicator[]): number | null {
  return weightedMean(indicators.map(indicator => ({
    weight: indicator.kind === 'Resultado' ? 0 : indicator.weight,
    value: unit(cityProgress(indicator) || 0)
  })));
}

/** One year of an indicator as the city sees it at that year's cut. */
export interface CityYear {
  readonly row: IndicatorYear;
  readonly compliance: number | null;
  /** Progress of the four-year plan at the year's cut. */
  readonly progress: number | null;
  /** Part of the term gone by then, 0…1. */
  readonly expected: number;
}

/** The indicator's years, oldest first. */
export function cityYears(indicator: Indicator): readonly CityYear[] {
  return sortedYears(indicator).map(row => {
    const { progress, compliance } = cityFigures(indicator, row.year);
    return {
      row, progress, compliance: compliance[row.year] ?? null, expected: cityPlanMonth(row.year, row.cutMonth) / (CITY_PLAN.years * 12)
    };
  });
}
