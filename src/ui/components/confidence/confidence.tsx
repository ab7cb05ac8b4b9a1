import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Confidence as Level } from '../../../domain/model';
import styles from './confidence.module.scss';

const STEPS: Readonly<Record<Level, number>> = { Baja: 1, Media: 2, Alta: 3 };
const WORDS: Readonly<Record<Level, string>> = {
  Alta: strings.Confidence_High, Media: strings.Confidence_Medium, Baja: strings.Confidence_Low
};
const SHORT: Readonly<Record<Level, string>> = {
  Alta: strings.Confidence_HighShort, Media: strings.Confidence_MediumShort, Baja: strings.Confidence_LowShort
};

/** All levels, most confident first. */
export const CONFIDENCE_LEVELS: readonly Level[] = ['Alta', 'Media', 'Baja'];

/** `Confianza alta`, or `Alta` alone where a label says what it is. */
export function confidenceWord(level: Level, short = false): string {
  return short ? SHORT[level] : WORDS[level];
}

/** The reporter's own opinion: three outlined steps and the word, in grey, so that nobody reads it as a light. */
export const Confidence: React.FC<{ level: Level; short?: boolean }> = ({ level, short }) => (
  <span className={styles.confidence}>
    <span className={styles.steps} aria-hidden="true">
      {[1, 2, 3].map((step) => <i key={step} className={step <= STEPS[level] ? `${styles.step} ${styles.on}` : styles.step} />)}
    </span>
    {confidenceWord(level, short)}
  </span>
);
