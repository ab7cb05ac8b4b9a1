import * as strings from 'SigaciStrings';
import { CITY_PLAN } from '../../../domain';
import type { CityLight, Indicator, IndicatorYear, Light } from '../../../domain';
import { formatMonth, formatNumber, formatPercent, text } from '../../formatting';

/** The city's words for its lights: its own, never ours. Shapes are shared. */
export const CITY_LIGHT: Readonly<Record<CityLight, { readonly light: Light; readonly word: string }>> = {
  verde: { light: 'verde', word: strings.Detail_CityGreen },
  amarillo: { light: 'amarillo', word: strings.Detail_CityYellow },
  rojo: { light: 'rojo', word: strings.Detail_CityRed },
  gris: { light: 'sinDato', word: strings.Detail_CityGrey }
};

/** `ago 2023`, or the year alone when it is whole. */
export function cutOf(year: IndicatorYear): string {
  if (year.cutMonth >= 12) return String(year.year);
  return formatMonth(`${year.year}-${String(year.cutMonth).padStart(2, '0')}-01`);
}

/** What the city has achieved and over which years; `null` without any figure. */
export function achievedText(indicator: Indicator): { readonly label: string; readonly value: string } | null {
  const known = [...indicator.years].filter(year => year.achieved !== null).sort((a, b) => a.year - b.year);
  const last = known[known.length - 1];
  if (!last || last.achieved === null) return null;
  if (indicator.accumulationForm === 'NoA') {
    const sum = known.reduce((total, year) => total + (year.achieved ?? 0), 0);
    const label = text(strings.Detail_CityAchievedSince, { from: String(known[0].year), to: cutOf(last) });
    return { label, value: ofTarget(Number(sum.toPrecision(12)), indicator.planTarget) };
  }
  // Figures already accumulated, or kept up year by year: the latest one is the figure.
  const target = indicator.accumulationForm === 'M' ? last.target : indicator.planTarget;
  return { label: text(strings.Detail_CityAchievedAt, { to: cutOf(last) }), value: ofTarget(last.achieved, target) };
}

function ofTarget(value: number, target: number | null): string {
  return target === null ? formatNumber(value) : text(strings.Detail_CityOf, { value, target });
}

/** A year's figure, or why there is none, in the city's terms. */
export function yearFigure(value: number | null, missing: IndicatorYear['missing']): string {
  if (value !== null) return formatNumber(value);
  if (missing === 'notApplicable') return strings.Detail_CityNotApplicable;
  return missing === 'noData' ? strings.Detail_CityNoData : '—';
}

/** The city gives one decimal. */
export function cityPercent(share: number | null): string {
  return share === null ? '—' : formatPercent(share, 1);
}

/** Why the two figures differ even when they count the same things. */
export function differenceNote(keyResultStart: string): string {
  return text(strings.Detail_CityDiffers, { city: String(CITY_PLAN.firstYear), plan: keyResultStart.slice(0, 4) });
}
