import * as React from 'react';
import styles from './button.module.scss';

export type ButtonKind = 'primary' | 'standard' | 'subtle' | 'icon';

export interface ButtonProps extends Omit<React.ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** `primary` is filled: one a card or panel, only where something is owed. */
  readonly kind?: ButtonKind;
  /** Stays focusable and says why in its description; a click does nothing. */
  readonly unavailable?: boolean;
}

export function buttonClass(kind: ButtonKind = 'standard', extra?: string): string {
  return [styles.button, kind === 'standard' ? '' : styles[kind], extra || ''].filter(Boolean).join(' ');
}

export const Button = React.forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind, unavailable, className, onClick, type = 'button', ...rest }, ref
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={buttonClass(kind, className)}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? (event) => event.preventDefault() : onClick}
    />
  );
});
