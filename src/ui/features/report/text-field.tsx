import * as React from 'react';
import base from '../../theme/base.module.scss';
import { FieldMessage } from './field-message';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly error: string | null;
}

/** Some lines of the person's own words. */
export const TextField: React.FC<TextFieldProps> = ({ id, label, hint, value, onChange, onLeave, error }) => (
  <div className={base.field}>
    <label htmlFor={id} className={base.label}>{label}</label>
    <textarea
      id={id}
      className={base.input}
      rows={3}
      value={value}
      aria-invalid={error ? true : undefined}
      aria-describedby={[error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
    {error && <FieldMessage id={`${id}-error`}>{error}</FieldMessage>}
    {hint && <span id={`${id}-hint`} className={base.hint}>{hint}</span>}
  </div>
);
