import * as React from 'react';
import * as texts from 'TableroStrings';
import type { AtRisk, CheckIn } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { confidenceWord } from '../../../components/confidence/confidence';
import { Light } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatPercent, formatPoints, rich, text } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import styles from './needs.module.scss';

export interface RiskItemProps {
  readonly place: number;
  readonly risk: AtRisk;
  readonly report: CheckIn | undefined;
  /** Said where there is no report. */
  readonly silence: string;
  readonly onDecide?: () => void;
}

/** Code, who answers, how sure the reporter is, and of when that is. */
function origin({ keyResult, accumulated }: AtRisk['status'], report: CheckIn | undefined): string {
  const confidence = report ? report.confidence : accumulated.confidence;
  const quarter = report ? report.quarter : accumulated.lastQuarter;
  return [
    keyResult.code,
    keyResult.processes.length > 0 ? keyResult.processes.join(', ') : texts.Needs_Nobody,
    confidence && confidenceWord(confidence).toLowerCase(),
    quarter
  ].filter(Boolean).join(' · ');
}

const Words: React.FC<{ report: CheckIn }> = ({ report }) => {
  const said = report.obstacles.trim() || report.narrative.trim();
  const next = report.nextStep.trim();
  return (
    <>
      {said !== '' && <blockquote className={styles.quote}>«{said}»</blockquote>}
      {next !== '' && <p className={styles.next}>{rich(texts.Needs_NextStep, { step: next, label: <b>{texts.Needs_NextStepLabel}</b> })}</p>}
    </>
  );
};

/** A key result that is behind, in the words of whoever reported on it. */
export const RiskItem: React.FC<RiskItemProps> = ({ place, risk, report, silence, onDecide }) => {
  const router = useRouter();
  const { status, distance } = risk;
  const { keyResult, progress, expected } = status;
  return (
    <li className={`${styles.risk} ${base[status.light]}`}>
      <span className={styles.place} aria-hidden="true">{place}</span>
      <div className={styles.what}>
        <h3 className={styles.riskTitle}>
          <RouteLink id={`tablero-kr-${keyResult.code}`} to={router.textOf({ page: 'keyResult', keyResult: keyResult.code })}>
            {keyResult.title}
          </RouteLink>
        </h3>
        <p className={styles.origin}><Light light={status.light} /> <span>{origin(status, report)}</span></p>
        {report ? <Words report={report} /> : <p className={styles.next}>{silence}</p>}
      </div>
      <div className={styles.distance}>
        <p>
          <strong className={base.num}>−{formatPoints(distance)}</strong>{' '}
          <span className={`${base.small} ${base.quiet}`}>
            {text(texts.Needs_Points, { progress: formatPercent(progress || 0), expected: formatPercent(Math.min(1, expected || 0)) })}
          </span>
        </p>
        {onDecide && (
          <Button id={`tablero-decidir-${keyResult.code}`} onClick={onDecide}>
            {texts.Needs_Decide}<VisuallyHidden> {text(texts.Needs_DecideOn, { code: keyResult.code })}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
};
