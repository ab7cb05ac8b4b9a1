import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Confidence } from '../../../domain';
import { CONFIDENCE_LEVELS, confidenceWord } from '../../components/confidence/confidence';
import styles from './field.module.scss';
import { RadioQuestion } from './radio-question';

const NOTES: Readonly<Record<Confidence, string>> = {
  Alta: strings.Report_ConfidenceHigh, Media: strings.Report_ConfidenceMedium, Baja: strings.Report_ConfidenceLow
};

export interface ConfidenceFieldProps {
  readonly id: string;
  readonly question: string;
  readonly value: Confidence | null;
  readonly onChange: (value: Confidence) => void;
  readonly error: string | null;
}

/** The reporter's own opinion, in three big steps. */
export const ConfidenceField: React.FC<ConfidenceFieldProps> = ({ id, question, value, onChange, error }) => (
  <RadioQuestion
    id={id}
    question={question}
    messages={error === null ? [] : [{ text: error, severity: 'error' }]}
    className={error ? `${styles.segments} ${styles.segmentsBad}` : styles.segments}
  >
    {CONFIDENCE_LEVELS.map((level) => (
      <label key={level} className={styles.segment}>
        <input type="radio" name={id} checked={value === level} onChange={() => onChange(level)} />
        <span className={styles.face}>
          {confidenceWord(level, true)}
          <span className={styles.faceNote}>{NOTES[level]}</span>
        </span>
      </label>
    ))}
  </RadioQuestion>
);
