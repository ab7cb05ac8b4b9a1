import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Confidence } from '../../../domain';
import { CONFIDENCE_LEVELS, confidenceWord } from '../../components/confidence/confidence';
import { FieldMessage } from './field-message';
import styles from './field.module.scss';

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
  <div>
    <p id={`${id}-label`} className={styles.question}>{question}</p>
    <div
      id={id}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
      aria-required="true"
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
    </div>
    {error && <FieldMessage id={`${id}-error`}>{error}</FieldMessage>}
  </div>
);
