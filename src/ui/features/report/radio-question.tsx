import * as React from 'react';
import { FieldMessage } from './field-message';
import styles from './field.module.scss';

export interface RadioMessage {
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

export interface RadioQuestionProps {
  readonly id: string;
  readonly question: string;
  readonly messages: readonly RadioMessage[];
  /** How the answers stand. */
  readonly className: string;
}

/** A question with one answer among a few, which are its children; what is wrong with it stands below. */
export const RadioQuestion: React.FC<RadioQuestionProps> = ({ id, question, messages, className, children }) => (
  <div>
    <p id={`${id}-label`} className={styles.question}>{question}</p>
    <div
      id={id}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={messages.map((_, index) => `${id}-message-${index}`).join(' ') || undefined}
      aria-invalid={messages.some(({ severity }) => severity === 'error') || undefined}
      aria-required="true"
      className={className}
    >
      {children}
    </div>
    {messages.map((message, index) => (
      <FieldMessage key={message.text} id={`${id}-message-${index}`} severity={message.severity}>{message.text}</FieldMessage>
    ))}
  </div>
);
