import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Light } from '../../../domain/model';
import { knownProgress } from '../../../domain/rollup';
import type { RollUp } from '../../../domain/rollup';
import type { KeyResultStatus } from '../../../domain/status';
import { formatAmount, formatPercent, isLimit, text } from '../../formatting';
import { lightClass } from '../light/light';
import { barShapeOf, plainShape } from './bar-shape';
import type { BarShape } from './bar-shape';
import styles from './bar.module.scss';

const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

function contents(shape: BarShape): React.ReactNode {
  switch (shape.kind) {
    case 'noTarget': return null;
    case 'noData': return null;
    case 'plain': return (
      <>
        <i className={styles.fill} style={{ left: 0, width: at(shape.addedFrom === undefined ? shape.fill : shape.addedFrom) }} />
        {shape.addedFrom !== undefined && (
          <i className={styles.added} style={{ left: at(shape.addedFrom), width: at(shape.fill - shape.addedFrom) }} />
        )}
        {shape.target !== null && <i className={styles.over} style={{ left: at(shape.target) }} />}
        {shape.target !== null && <i className={styles.target} style={{ left: at(shape.target) }} />}
      </>
    );
    case 'steps': return shape.steps.map((step, index) => (
      <i
        key={index}
        className={[styles.step, step.state === 'on' ? styles.on : '', step.state === 'adding' ? styles.adding : ''].filter(Boolean).join(' ')}
        style={{ flex: `${step.weight} 1 0` }}
      />
    ));
    case 'limit': return (
      <>
        <i className={styles.limit} style={{ left: at(shape.forbidden[0]), right: at(1 - shape.forbidden[1]) }} />
        <i className={styles.fill} style={{ left: 0, width: at(shape.fill) }} />
        <i className={styles.target} style={{ left: at(shape.target) }} />
      </>
    );
  }
}

export interface BarProps {
  readonly shape: BarShape;
  readonly light: Light;
  /** What the bar shows, in words. */
  readonly label: string;
  /** 8 px in cards, 12 in headlines, 4 in lists. */
  readonly size?: 'card' | 'headline' | 'list';
}

const KIND_CLASS: Readonly<Partial<Record<BarShape['kind'], string>>> = {
  noTarget: styles.noTarget, noData: styles.noData, steps: styles.steps
};

/** Progress on its track, with the expected mark. */
export const Bar: React.FC<BarProps> = ({ shape, light, label, size = 'card' }) => {
  const expected = shape.kind === 'noTarget' || shape.kind === 'limit' ? null : shape.expected;
  const classes = [styles.bar, lightClass(light), KIND_CLASS[shape.kind], size === 'card' ? '' : styles[size]];
  return (
    <span className={classes.filter(Boolean).join(' ')} role="img" aria-label={label}>
      {contents(shape)}
      {expected !== null && <i className={styles.expected} style={{ left: at(expected) }} />}
    </span>
  );
};

function shareLabel(progress: number | null, expected: number | null): string {
  if (progress === null) return strings.Bar_NoData;
  if (expected === null) return text(strings.Bar_Progress, { progress: formatPercent(progress) });
  return text(strings.Bar_ProgressExpected, { progress: formatPercent(progress), expected: formatPercent(Math.min(1, expected)) });
}

/** What a key result's bar says to a screen reader. */
export function barLabel(status: KeyResultStatus): string {
  const { keyResult, value, progress, expected, light } = status;
  if (light === 'sinMeta') return strings.Bar_NoTarget;
  if (!status.coverage) return strings.Bar_NoData;
  if (isLimit(keyResult) && value !== null && keyResult.target !== null) {
    const amounts = { value: formatAmount(value, keyResult.unit), limit: formatAmount(keyResult.target, keyResult.unit) };
    return keyResult.criticalLimit === null
      ? text(strings.Bar_Limit, amounts)
      : text(strings.Bar_LimitCritical, { ...amounts, critical: formatAmount(keyResult.criticalLimit, keyResult.unit) });
  }
  return shareLabel(progress, expected);
}

/** The bar of a key result; with `before`, what is new since then is hatched. */
export const StatusBar: React.FC<{ status: KeyResultStatus; before?: KeyResultStatus; size?: BarProps['size'] }> = ({ status, before, size }) => (
  <Bar shape={barShapeOf(status, before)} light={status.light} label={barLabel(status)} size={size} />
);

/** The bar of several key results together. */
export const RollUpBar: React.FC<{ rollUp: RollUp; size?: BarProps['size'] }> = ({ rollUp, size }) => {
  const { expected, light } = rollUp;
  const progress = knownProgress(rollUp);
  const shape: BarShape = progress === null ? { kind: 'noData', expected } : plainShape(progress, expected);
  return <Bar shape={shape} light={light} label={light === 'sinDato' ? strings.Bar_NoData : shareLabel(progress, expected)} size={size} />;
};
