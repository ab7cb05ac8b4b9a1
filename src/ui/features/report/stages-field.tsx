import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResult } from '../../../domain';
import { formatPercent } from '../../formatting';
import { FieldMessage } from './field-message';
import styles from './field.module.scss';
import { stageShares } from './measure';

export interface StagesFieldProps {
  readonly id: string;
  readonly question: string;
  readonly keyResult: KeyResult;
  readonly done: readonly number[];
  /** Those finished by earlier reports. */
  readonly before: readonly number[];
  readonly onChange: (done: readonly number[]) => void;
  readonly messages: readonly { readonly text: string; readonly severity: 'error' | 'warning' }[];
  readonly inputRef: React.RefObject<HTMLInputElement>;
}

/** The stages of a milestone with what each weighs. */
export const StagesField: React.FC<StagesFieldProps> = ({ id, question, keyResult, done, before, onChange, messages, inputRef }) => {
  const shares = stageShares(keyResult);
  const several = keyResult.stages.length > 1;
  const described = messages.map((_, index) => `${id}-message-${index}`).join(' ') || undefined;
  const toggle = (stage: number, on: boolean): void => (
    onChange(on ? [...done, stage].sort((a, b) => a - b) : done.filter((other) => other !== stage))
  );
  return (
    <fieldset id={id} aria-describedby={described}>
      <legend className={styles.question}>{question}</legend>
      <div className={styles.choices}>
        {keyResult.stages.map((stage, index) => {
          const position = index + 1;
          const on = done.indexOf(position) >= 0;
          return (
            <label key={position} className={on ? `${styles.choice} ${styles.chosen}` : styles.choice}>
              <input
                ref={index === 0 ? inputRef : undefined}
                type="checkbox"
                checked={on}
                onChange={(event) => toggle(position, event.target.checked)}
              />
              <span className={styles.choiceWords}>{stage.text}</span>
              <span className={styles.choiceNote}>
                {[before.indexOf(position) >= 0 ? strings.Report_StageDoneBefore : '', several ? formatPercent(shares[index]) : ''].filter(Boolean).join(' · ')}
              </span>
            </label>
          );
        })}
      </div>
      {messages.map((message, index) => (
        <FieldMessage key={message.text} id={`${id}-message-${index}`} severity={message.severity}>{message.text}</FieldMessage>
      ))}
    </fieldset>
  );
};
