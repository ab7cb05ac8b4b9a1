import * as texts from 'TableroStrings';
import { add, addDays, CITY_PLAN, cityFigures, cityRollUp } from '../../../../domain';
import type { CityLight, Day, Indicator, IndicatorKind, IndicatorYear, KeyResult, KeyResultCode } from '../../../../domain';
import { formatNumber, text } from '../../../formatting';

/** One indicator as a row of the city's table. */
export interface CityRow {
  readonly indicator: Indicator;
  /** Its figures of the year shown; `null` where the city has none for that year. */
  readonly year: IndicatorYear | null;
  readonly compliance: number | null;
  /** `93 / 90`, `mantener 288,3`; `null` without a target of the plan. */
  readonly ofPlan: string | null;
  readonly progress: number | null;
  /** Part of the city's term gone by at the cut, 0…1. */
  readonly expected: number | null;
  readonly light: CityLight;
  /** Key results of ours that count the same things. */
  readonly keyResults: readonly KeyResultCode[];
}

export interface CityGroup {
  readonly kind: IndicatorKind;
  /** Unit of all its rows; `null` where they differ. */
  readonly unit: string | null;
  readonly rows: readonly CityRow[];
}

export interface CityModel {
  readonly groups: readonly CityGroup[];
  /** Year whose targets and achievements are shown: the latest there is. */
  readonly year: number;
  /** Last day of the latest cut. */
  readonly cut: Day;
  /** Progress of those that weigh anything, by the city's weights; `null` where none does. */
  readonly rollUp: number | null;
  /** Of those with a light, how many are green. */
  readonly green: number;
  readonly count: number;
}

/** The city's figures have one decimal. */
export function cityNumber(value: number): string {
  return formatNumber(value, 1);
}

function ofPlan({ accumulationForm, planTarget, years }: Indicator): string | null {
  if (planTarget === null) return null;
  const target = cityNumber(planTarget);
  if (accumulationForm === 'M') return text(texts.City_Keep, { target });
  const known = [...years].sort((a, b) => a.year - b.year).filter(({ achieved }) => achieved !== null);
  if (known.length === 0) return text(texts.City_OfPlan, { value: '–', target });
  const value = accumulationForm === 'NoA'
    ? known.reduce((sum, { achieved }) => add(sum, achieved || 0), 0)
    : known[known.length - 1].achieved || 0;
  return text(texts.City_OfPlan, { value: cityNumber(value), target });
}

function lastDayOf(year: number, month: number): Day {
  const next = month >= 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** The indicators as the city publishes them, by kind; `null` when there is none. */
export function cityModel(indicators: readonly Indicator[], keyResults: readonly KeyResult[]): CityModel | null {
  const years = indicators.flatMap(indicator => indicator.years);
  if (indicators.length === 0 || years.length === 0) return null;
  const latest = years.reduce((last, year) => (year.year > last.year || (year.year === last.year && year.cutMonth > last.cutMonth) ? year : last));
  const rows = indicators.map((indicator): CityRow => {
    const figures = cityFigures(indicator);
    const year = indicator.years.find(row => row.year === latest.year) || null;
    return {
      indicator,
      year,
      compliance: figures.compliance[latest.year] ?? null,
      ofPlan: ofPlan(indicator),
      progress: figures.progress,
      expected: figures.month === null ? null : figures.month / (CITY_PLAN.years * 12),
      light: figures.light,
      keyResults: keyResults.filter(row => row.indicator === indicator.code && row.active).map(({ code }) => code)
    };
  });
  const groups = (['Resultado', 'Producto'] as const).map((kind): CityGroup => {
    const own = rows.filter(({ indicator }) => indicator.kind === kind);
    const units = new Set(own.map(({ indicator }) => indicator.unit));
    return { kind, rows: own, unit: units.size === 1 ? own[0].indicator.unit : null };
  });
  return {
    groups: groups.filter(group => group.rows.length > 0),
    year: latest.year,
    cut: lastDayOf(latest.year, latest.cutMonth),
    rollUp: indicators.some(({ kind, weight }) => kind !== 'Resultado' && weight > 0) ? cityRollUp(indicators) : null,
    green: rows.filter(({ light }) => light === 'verde').length,
    count: rows.length
  };
}
