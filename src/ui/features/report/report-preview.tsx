import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Day, Direction, KeyResult, Light as LightName, QuarterCode } from '../../../domain';
import { StatusBar } from '../../components/bar/bar';
import { Light, lightWord } from '../../components/light/light';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { describeFigure, figureSentence, formatAmount, formatNumber, formatPercent, isLimit, rich, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import type { Preview } from './check';
import { formatExact } from './issue-texts';
import { figureOf, measureOf } from './measure';
import styles from './report-preview.module.scss';
import { useSettled } from './use-settled';

const STAYS: Readonly<Record<LightName, string>> = {
  verde: strings.Report_StaysGreen,
  amarillo: strings.Report_StaysYellow,
  rojo: strings.Report_StaysRed,
  cumplido: strings.Report_StaysDone,
  desactualizado: strings.Report_StaysStale,
  sinDato: strings.Report_StaysNoData,
  sinMeta: strings.Measure_NoTarget
};

/** `Sigue en riesgo`, `Pasa a En camino`; before anything is typed, the light as it is. */
function lightWords({ now, after, complete }: Preview): string {
  if (!complete) return lightWord(now.light);
  return now.light === after.light ? STAYS[after.light] : text(strings.Report_Becomes, { light: lightWord(after.light) });
}

interface Part {
  readonly label: string;
  readonly value: string;
  /** Sign before it. */
  readonly sign: string;
  readonly kind?: 'result' | 'target';
}

const MISSING = '—';
const TARGET_LABELS: Readonly<Partial<Record<Direction, string>>> = { AtMost: strings.Report_Limit, AtLeast: strings.Report_Minimum };

function contributionParts(preview: Preview, contribution: number | null, quarter: QuarterCode, correcting: boolean): Part[] {
  const { before, after, complete } = preview;
  const { keyResult } = before;
  const together = keyResult.processes.length > 1;
  const figure = (value: number | null): string => formatNumber(value || 0);
  const parts: Part[] = [
    {
      label: correcting ? strings.Report_SoFarWithout : together ? strings.Report_SoFarTogether : strings.Report_SoFar,
      value: figure(figureOf(before, quarter)), sign: ''
    },
    { label: strings.Report_YouAdd, value: complete && contribution !== null ? formatExact(contribution) : MISSING, sign: '+' },
    {
      label: together ? strings.Report_ThenTogether : strings.Report_Then,
      value: figure(figureOf(complete ? after : before, quarter)), sign: '=', kind: 'result'
    }
  ];
  if (keyResult.target !== null) parts.push({ label: strings.Report_Target, value: formatNumber(keyResult.target), sign: strings.Report_Of, kind: 'target' });
  return parts;
}

function readingParts(preview: Preview, today: Day): Part[] {
  const { before, after, complete } = preview;
  const { keyResult } = before;
  const parts: Part[] = [
    { label: strings.Report_Was, value: describeFigure(before, today).value, sign: '' },
    { label: strings.Report_Will, value: complete ? describeFigure(after, today).value : MISSING, sign: '→', kind: 'result' }
  ];
  if (keyResult.target !== null && measureOf(keyResult) === 'reading') {
    const value = formatAmount(keyResult.target, keyResult.unit);
    // One goes up to a target, so it is "of" it; a limit, or a target below, stands beside.
    const upTo = keyResult.direction === 'Increase';
    parts.push({ label: TARGET_LABELS[keyResult.direction] || strings.Report_Target, value, sign: upTo ? strings.Report_Of : '', kind: 'target' });
  }
  return parts;
}

function targetOf(keyResult: KeyResult): string {
  return keyResult.target === null || keyResult.direction === 'Milestone' || keyResult.direction === 'Qualitative'
    ? ''
    : formatAmount(keyResult.target, keyResult.unit);
}

/** `66 % → 74 % de USD 30 millones · esperado 92 %` */
const Shares: React.FC<{ preview: Preview; today: Day }> = ({ preview: { now, after, complete }, today }) => {
  const { keyResult, expected } = after;
  if (expected === null) return <>{strings.Measure_NoTarget}</>;
  if (isLimit(keyResult)) {
    const { of, share } = describeFigure(complete ? after : now, today);
    return <>{[of, share].filter(Boolean).join(' · ')}</>;
  }
  const share = (progress: number | null): string => (progress === null ? strings.Report_NoDataYet : formatPercent(progress));
  const target = targetOf(keyResult);
  return (
    <>
      <span className={base.num}>{share(now.progress)}</span>
      {complete && <>{' → '}<strong className={`${base.num} ${styles.share}`}>{share(after.progress)}</strong></>}
      {rich(target ? strings.Report_ShareOfTarget : strings.Report_ShareExpected, {
        target, expected: <span className={base.num}>{formatPercent(Math.min(1, expected))}</span>
      })}
    </>
  );
};

/** A later reading stands, so that this one changes nothing today. */
function laterQuarter({ after, complete }: Preview, quarter: QuarterCode): QuarterCode | null {
  if (!complete || measureOf(after.keyResult) === 'contribution') return null;
  const { lastQuarter } = after.accumulated;
  return lastQuarter !== null && lastQuarter > quarter ? lastQuarter : null;
}

export interface ReportPreviewProps {
  readonly preview: Preview;
  readonly value: number | null;
  readonly quarter: QuarterCode;
  readonly today: Day;
  readonly correcting: boolean;
}

/** What the report will do to the figure: before, after and the target, while typing. */
export const ReportPreview: React.FC<ReportPreviewProps> = ({ preview, value, quarter, today, correcting }) => {
  const { before, now, after, complete } = preview;
  const shown = complete ? after : now;
  const words = lightWords(preview);
  const later = laterQuarter(preview, quarter);
  const laterWords = later === null ? '' : text(strings.Report_LaterStands, { quarter: later });
  const said = complete
    ? [figureSentence(after, today), after.progress === null || isLimit(after.keyResult) ? '' : `${formatPercent(after.progress)}.`, `${words}.`, laterWords]
      .filter(Boolean).join(' ')
    : '';
  const announced = useSettled(said, 500);
  const adds = measureOf(before.keyResult) === 'contribution';
  const parts = adds
    ? contributionParts(preview, value, quarter, correcting)
    : readingParts(preview, today);
  return (
    <div className={styles.preview} role="group" aria-label={strings.Report_Preview}>
      <div className={adds ? `${styles.flow} ${styles.sum}` : styles.flow}>
        {parts.map((part) => (
          <p key={part.label} className={[styles.part, part.kind ? styles[part.kind] : ''].filter(Boolean).join(' ')}>
            {part.sign !== '' && <span className={styles.sign} aria-hidden="true">{part.sign}</span>}
            <span className={styles.figure}>
              <span className={styles.label}>{part.label} </span>
              <strong className={styles.value}>{part.value}</strong>
            </span>
          </p>
        ))}
      </div>
      <StatusBar status={shown} before={complete ? before : undefined} />
      <p className={styles.caption}>
        <span className={base.quiet}><Shares preview={preview} today={today} /></span>
        <Light light={shown.light} word={words} />
      </p>
      {later !== null && <p className={styles.later}>{laterWords}</p>}
      <VisuallyHidden><span role="status" aria-live="polite">{announced}</span></VisuallyHidden>
    </div>
  );
};
