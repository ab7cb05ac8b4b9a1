import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResultStatus } from '../../../domain';
import { Icon } from '../../components/icon/icon';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { formatPercent } from '../../formatting';
import base from '../../theme/base.module.scss';
import styles from './detail.module.scss';

interface Step {
  readonly name: string;
  readonly reached: boolean;
  readonly share: string;
}

function stepsOf({ keyResult, accumulated, value }: KeyResultStatus): Step[] {
  if (keyResult.direction === 'Qualitative') {
    return keyResult.scale.map((name, index) => ({ name, reached: value !== null && index + 1 === value, share: '' }));
  }
  const weights = keyResult.stages.reduce((sum, stage) => sum + Math.max(0, stage.weight), 0);
  return keyResult.stages.map((stage, index) => ({
    name: stage.text,
    reached: accumulated.stagesDone.includes(index + 1),
    share: weights > 0 ? formatPercent(Math.max(0, stage.weight) / weights) : ''
  }));
}

/** The stages of a milestone, or the levels of a scale, and which of them is reached. Nothing for a single delivery. */
export const StepsBox: React.FC<{ status: KeyResultStatus }> = ({ status }) => {
  const { direction } = status.keyResult;
  if (direction !== 'Milestone' && direction !== 'Qualitative') return null;
  const steps = stepsOf(status);
  if (steps.length < 2) return null;
  const levels = direction === 'Qualitative';
  return (
    <section className={styles.box} aria-labelledby="detail-steps">
      <h2 id="detail-steps" className={base.h3}>
        {levels ? strings.Detail_Levels : strings.Detail_Stages}
      </h2>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={`${index} ${step.name}`} className={step.reached ? styles.reached : undefined}>
            <span className={styles.stepMark} aria-hidden="true">
              {step.reached ? <Icon name="ok" /> : index + 1}
            </span>
            <span>
              {step.name}
              <VisuallyHidden>{step.reached ? strings.Detail_StepReached : strings.Detail_StepNotReached}</VisuallyHidden>
            </span>
            {step.share !== '' && <span className={`${base.quiet} ${base.small} ${base.num}`}>{step.share}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
};
