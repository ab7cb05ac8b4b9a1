import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResult } from '../../../domain';
import styles from './field.module.scss';
import { RadioQuestion } from './radio-question';
import type { RadioMessage } from './radio-question';

export interface LevelFieldProps {
  readonly id: string;
  readonly question: string;
  readonly keyResult: KeyResult;
  readonly level: number | null;
  /** Level of the last report, 1-based. */
  readonly before: number | null;
  readonly onChange: (level: number) => void;
  readonly messages: readonly RadioMessage[];
  readonly inputRef: React.RefObject<HTMLInputElement>;
}

/** The levels of a described scale, best first as one reads a ladder. */
export const LevelField: React.FC<LevelFieldProps> = ({ id, question, keyResult, level, before, onChange, messages, inputRef }) => {
  const levels = keyResult.scale.map((words, index) => ({ words, position: index + 1 })).reverse();
  const focusable = level === null ? levels[0].position : level;
  return (
    <RadioQuestion id={id} question={question} messages={messages} className={styles.choices}>
      {levels.map(({ words, position }) => (
        <label key={position} className={level === position ? `${styles.choice} ${styles.chosen}` : styles.choice}>
          <input
            ref={position === focusable ? inputRef : undefined}
            type="radio"
            name={id}
            checked={level === position}
            onChange={() => onChange(position)}
          />
          <span className={styles.choiceWords}>{words}</span>
          {before === position && <span className={styles.choiceNote}>{strings.Report_LevelBefore}</span>}
        </label>
      ))}
    </RadioQuestion>
  );
};
