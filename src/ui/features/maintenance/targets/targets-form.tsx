import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import type { KeyResult } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Select } from '../../../components/select/select';
import { formatAmount } from '../../../formatting';
import { typedNumber } from '../../../formatting/typed-number';
import base from '../../../theme/base.module.scss';
import { cellKey, lockOf, valueAt } from './sheet';
import type { Edits, Sheet, SheetColumn } from './sheet';
import styles from './targets.module.scss';

export interface TargetsFormProps {
  readonly board: Board;
  readonly sheet: Sheet;
  readonly edits: Edits;
  readonly keyResult: KeyResult;
  readonly onSelect: (keyResult: KeyResult) => void;
  readonly onTarget: (keyResult: KeyResult) => void;
  readonly onType: (key: string, text: string) => void;
}

const Field: React.FC<{ id: string; label: string; value: number | null; changed: boolean; onType: (text: string) => void }> = (
  { id, label, value, changed, onType }
) => {
  const saved = typedNumber(value);
  const [draft, setDraft] = React.useState<string | null>(null);
  return (
    <div className={styles.formField}>
      <label className={base.label} htmlFor={id}>{label}{changed && <span className={base.quiet}> · {texts.Targets_Unsaved}</span>}</label>
      <input
        id={id}
        className={base.input}
        inputMode="decimal"
        value={draft === null ? saved : draft}
        onChange={event => setDraft(event.target.value)}
        onBlur={() => { if (draft !== null) { onType(draft); setDraft(null); } }}
      />
    </div>
  );
};

/** On a phone one key result at a time. */
export const TargetsForm: React.FC<TargetsFormProps> = ({ board, sheet, edits, keyResult, onSelect, onTarget, onType }) => {
  const all = sheet.groups.flatMap(group => group.rows);
  const field = (column: SheetColumn): React.ReactNode => {
    if (lockOf(board.workspace, keyResult, column) !== null) return null;
    const key = cellKey(keyResult.code, column);
    return (
      <Field
        key={key} id={`target-${key}`} label={column || texts.Targets_Weight} value={valueAt(sheet, edits, key)} changed={edits.has(key)}
        onType={typed => onType(key, typed)}
      />
    );
  };
  const numeric = keyResult.direction !== 'Milestone' && keyResult.direction !== 'Qualitative' && keyResult.sameMeasureAs === null;
  return (
    <div className={styles.form}>
      <Select
        aria-label={texts.Targets_KeyResult}
        value={keyResult.code}
        onChange={event => {
          const found = all.find(({ code }) => code === event.target.value);
          if (found) onSelect(found);
        }}
      >
        {sheet.groups.map(group => (
          <optgroup key={group.code} label={`${group.code} ${group.title}`}>
            {group.rows.map(row => <option key={row.code} value={row.code}>{row.code} {row.title.slice(0, 60)}</option>)}
          </optgroup>
        ))}
      </Select>
      <p>{keyResult.title}</p>
      {numeric && (
        <p className={styles.formTarget}>
          <span>{texts.Targets_Target}: <span className={base.strong}>{keyResult.target === null ? texts.Targets_NoTarget : formatAmount(keyResult.target, keyResult.unit)}</span></span>
          <Button onClick={() => onTarget(keyResult)}>{texts.Targets_ChangeTarget}</Button>
        </p>
      )}
      {keyResult.sameMeasureAs !== null && <p className={base.quiet}>{texts.Targets_LockAlias}</p>}
      {(keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast') && <p className={base.quiet}>{texts.Targets_LockLimit}</p>}
      <div className={styles.fields}>{sheet.columns.map(field)}</div>
    </div>
  );
};
