import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResult } from '../../../domain';
import { FieldMessage } from './field-message';
import styles from './field.module.scss';

export interface LevelFieldProps {
  readonly id: string;
  readonly question: string;
  readonly keyResult: KeyResult;
  readonly level: number | null;
  /** Level of the last report, 1-based. */
  readonly before: number | null;
  readonly onChange: (level: number) => void;
  readonly messages: readonly { readonly text: string; readonly severity: 'error' | 'warning' }[];
  readonly inputRef: React.RefObject<HTMLInputElement>;
}

/** The levels of a described scale, best first as one reads a ladder. */
export const LevelField: React.FC<LevelFieldProps> = ({ id, question, keyResult, level, before, onChange, messages, inputRef }) => {
  const levels = keyResult.scale.map((words, index) => ({ words, position: index + 1 })).reverse();
  const focusable = level === null ? levels[0].position : level;
  return (
    <div>
      <p id={`${id}-label`} className={styles.question}>{question}</p>
      <div
        id={id}
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={messages.map((_, index) => `${id}-message-${index}`).join(' ') || undefined}
        aria-invalid={messages.some(({ severity }) => severity === 'error') || undefined}
        aria-required="true"
        className={styles.choices}
      >
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
      </div>
      {messages.map((message, index) => (
        <FieldMessage key={message.text} id={`${id}-message-${index}`} severity={message.severity}>{message.text}</FieldMessage>
      ))}
    </div>
  );
};
