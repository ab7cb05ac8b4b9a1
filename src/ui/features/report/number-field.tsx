import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResult } from '../../../domain';
import { Button } from '../../components/button/button';
import { text } from '../../formatting';
import { TYPED_LANGUAGE, readNumber, typedNumber } from '../../formatting/typed-number';
import { FieldMessage } from './field-message';
import styles from './field.module.scss';
import { formatExact } from './issue-texts';
import { beforeNoun, spokenNumber } from './spoken-number';

const MILLIONS_OF_DOLLARS = /^USD\s+mill/i;

/** The number as it was understood, in words where they can be said. */
function understood(valueText: string, unit: string): string | null {
  const parsed = readNumber(valueText);
  if (parsed.kind !== 'number') return null;
  const words = spokenNumber(parsed.value, TYPED_LANGUAGE);
  if (words === null) return formatExact(parsed.value);
  if (unit.trim() === '%') return text(strings.Report_WordsPercent, { words });
  if (!MILLIONS_OF_DOLLARS.test(unit.trim())) return words;
  if (parsed.value === 1) return strings.Report_WordsOneMillionDollars;
  return text(strings.Report_WordsMillionsOfDollars, { words: TYPED_LANGUAGE === 'es' ? beforeNoun(words) : words });
}

export interface NumberFieldProps {
  readonly id: string;
  readonly question: string;
  readonly keyResult: KeyResult;
  readonly valueText: string;
  readonly onChange: (valueText: string) => void;
  readonly onLeave: () => void;
  /** Shown under the field, with the severity of each. */
  readonly messages: readonly { readonly text: string; readonly severity: 'error' | 'warning' }[];
  /** The two numbers the text can stand for, to be asked which; `null` while it is still being typed. */
  readonly readings: readonly [number, number] | null;
  readonly inputRef: React.RefObject<HTMLInputElement>;
}

/** A contribution or a reading, typed with the language's decimal mark; asked back when it can be read in two ways. */
export const NumberField: React.FC<NumberFieldProps> = (
  { id, question, keyResult, valueText, onChange, onLeave, messages, readings, inputRef }
) => {
  const bad = messages.some(({ severity }) => severity === 'error');
  const said = understood(valueText, keyResult.unit);
  const described = [keyResult.unit ? `${id}-unit` : '', `${id}-hint`, ...messages.map((_, index) => `${id}-message-${index}`)];

  const choose = (value: number): void => {
    onChange(typedNumber(value));
    if (inputRef.current) inputRef.current.focus();
  };

  return (
    <div className={styles.valueRow}>
      <label htmlFor={id} className={styles.valueLabel}>{question}</label>
      <div className={bad ? `${styles.valueBox} ${styles.valueBad}` : styles.valueBox}>
        <input
          id={id}
          ref={inputRef}
          className={styles.valueInput}
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          value={valueText}
          aria-invalid={bad || undefined}
          aria-describedby={described.filter(Boolean).join(' ')}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
        {keyResult.unit && <span id={`${id}-unit`} className={styles.unit}>{keyResult.unit}</span>}
      </div>
      <p id={`${id}-hint`} className={styles.valueHint}>
        {strings.Report_DecimalMark}{said !== null && ` ${text(strings.Report_ReadAs, { words: said })}`}
      </p>
      {(messages.length > 0 || readings) && (
        <div className={styles.valueMessages}>
          {messages.map((message, index) => (
            <FieldMessage key={message.text} id={`${id}-message-${index}`} severity={message.severity}>{message.text}</FieldMessage>
          ))}
          {readings && (
            <div className={styles.readings} role="group" aria-label={strings.Report_WhichNumber}>
              {readings.map((reading) => <Button key={reading} onClick={() => choose(reading)}>{formatExact(reading)}</Button>)}
            </div>
          )}
        </div>
      )}
    </div>
  );
};
