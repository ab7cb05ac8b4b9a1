import * as React from 'react';
import * as texts from 'TableroStrings';
import { sortQuarters } from '../../../domain';
import type { Quarter, QuarterCode } from '../../../domain';
import { Icon } from '../../components/icon/icon';
import { Select } from '../../components/select/select';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { useRouter } from '../../routing';
import { useWidthClass } from '../../theme/container-width';
import styles from './quarter-picker.module.scss';

/** Closed quarters with a button of their own; older ones are in a list. */
const BUTTONS = 3;
const BUTTONS_NARROW = 2;

/** Leads from quarter to quarter, each a place of its own that a link can name and going back undoes. */
export const QuarterPicker: React.FC<{ quarters: readonly Quarter[]; shown: QuarterCode | null }> = ({ quarters, shown }) => {
  const router = useRouter();
  const closed = sortQuarters(quarters).filter(({ state }) => state === 'closed').map(({ code }) => code);
  const many = useWidthClass() === 'narrow' ? BUTTONS_NARROW : BUTTONS;
  if (closed.length === 0) return null;
  const recent = closed.slice(-many);
  const older = closed.slice(0, -many).reverse();
  const isOlder = shown !== null && older.indexOf(shown) >= 0;
  const show = (part: QuarterCode | null): void => {
    if (part !== shown) router.navigate(router.textOf({ page: 'dashboard', part }));
  };
  return (
    <div className={styles.picker}>
      <div className={styles.choices} role="group" aria-label={texts.Quarter_Group}>
        {older.length > 0 && (
          <span className={isOlder ? `${styles.older} ${styles.chosen}` : styles.older}>
            <Select
              id="tablero-trimestres"
              aria-label={texts.Quarter_Older}
              value={isOlder && shown !== null ? shown : ''}
              onChange={({ target }) => { if (target.value !== '') show(target.value); }}
            >
              <option value="">{texts.Quarter_OlderShort}</option>
              {older.map(code => <option key={code} value={code}>{code}</option>)}
            </Select>
          </span>
        )}
        {recent.map(code => (
          <button key={code} id={`tablero-${code}`} type="button" className={styles.choice} aria-pressed={code === shown} onClick={() => show(code)}>
            <Icon name="lock" className={styles.lock} />
            <VisuallyHidden>{texts.Quarter_Closed}</VisuallyHidden>{code}
          </button>
        ))}
        <button id="tablero-hoy" type="button" className={styles.choice} aria-pressed={shown === null} onClick={() => show(null)}>
          {texts.Quarter_Today}
        </button>
      </div>
      <span className={styles.note}>{texts.Quarter_Note}</span>
    </div>
  );
};
