import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import type { KeyResult } from '../../../../domain';
import { Icon } from '../../../components/icon/icon';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatAmount, formatNumber, text } from '../../../formatting';
import { typedNumber } from '../../../formatting/typed-number';
import base from '../../../theme/base.module.scss';
import { cellKey, copyText, lockOf, valueAt } from './sheet';
import type { Edits, Sheet, SheetColumn } from './sheet';
import styles from './targets.module.scss';

interface Place {
  readonly row: number;
  readonly column: number;
}

export interface SheetGridProps {
  readonly board: Board;
  readonly sheet: Sheet;
  readonly edits: Edits;
  readonly closed: ReadonlySet<string>;
  readonly conflicting: ReadonlySet<string>;
  readonly onToggle: (group: string) => void;
  readonly onSelect: (keyResult: KeyResult) => void;
  readonly onTarget: (keyResult: KeyResult) => void;
  /** A text was typed into a cell. */
  readonly onType: (key: string, text: string) => void;
  readonly onClear: (keys: readonly string[]) => void;
  readonly onPaste: (text: string, at: Place, rows: readonly KeyResult[]) => void;
  readonly onUndo: () => void;
}

const LOCKS: Readonly<Record<string, string>> = {
  alias: texts.Targets_LockAlias, outside: texts.Targets_LockOutside, limit: texts.Targets_LockLimit
};

interface CellProps {
  readonly keyResult: KeyResult;
  readonly column: SheetColumn;
  readonly value: number | null;
  readonly changed: boolean;
  readonly conflict: boolean;
  readonly lock: string | null;
  readonly active: boolean;
  readonly picked: boolean;
  /** What is being typed; `null` when the cell is only looked at. */
  readonly draft: string | null;
  readonly place: string;
  readonly onDraft: (text: string) => void;
}

const Cell: React.FC<CellProps> = React.memo(({ keyResult, column, value, changed, conflict, lock, active, picked, draft, place, onDraft }) => {
  const className = [
    styles.cell, lock ? styles.locked : '', changed ? styles.changed : '', conflict ? styles.conflict : '', picked ? styles.picked : '', active ? styles.active : ''
  ].filter(Boolean).join(' ');
  return (
    <td
      role="gridcell"
      data-cell={place}
      tabIndex={active ? 0 : -1}
      className={className}
      aria-readonly={lock !== null || undefined}
      aria-selected={picked}
      title={lock || undefined}
    >
      {draft === null ? (
        <>
          {value === null ? '' : formatNumber(value)}
          {changed && <VisuallyHidden> {texts.Targets_Unsaved}</VisuallyHidden>}
          {lock && <VisuallyHidden>{lock}</VisuallyHidden>}
        </>
      ) : (
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the person has just begun to type into this cell
          autoFocus
          className={styles.editor}
          inputMode="decimal"
          aria-label={`${keyResult.code} ${column || texts.Targets_Weight}`}
          value={draft}
          onChange={event => onDraft(event.target.value)}
        />
      )}
    </td>
  );
});
Cell.displayName = 'Cell';

/** Programmed targets and weights as a spreadsheet: one tab stop, arrows, typing, Enter, Delete, copy and paste. */
export const SheetGrid: React.FC<SheetGridProps> = props => {
  const { board, sheet, edits, closed, conflicting } = props;
  const { workspace } = board;
  const rows = React.useMemo(
    () => sheet.groups.filter(({ code }) => !closed.has(code)).flatMap(group => group.rows), [sheet, closed]
  );
  const index = React.useMemo(() => new Map(rows.map((row, at) => [row.code, at])), [rows]);
  const states = React.useMemo(() => new Map(workspace.quarters.map(({ code, state }) => [code, state])), [workspace.quarters]);
  const [at, setAt] = React.useState<Place>({ row: 0, column: 1 });
  const [anchor, setAnchor] = React.useState<Place | null>(null);
  const [draft, setDraft] = React.useState<string | null>(null);
  const table = React.useRef<HTMLTableElement>(null);
  const follow = React.useRef(false);
  // Before the next key comes: whoever types fast would lose one.
  React.useLayoutEffect(() => {
    if (!follow.current || draft !== null) return;
    follow.current = false;
    const cell = table.current && table.current.querySelector<HTMLElement>(`[data-cell="${at.row}/${at.column}"]`);
    if (cell) cell.focus();
  }, [at, draft]);

  const from = anchor || at;
  const [top, bottom] = [Math.min(from.row, at.row), Math.max(from.row, at.row)];
  const [left, right] = [Math.min(from.column, at.column), Math.max(from.column, at.column)];
  const keyAt = ({ row, column }: Place): string => cellKey(rows[row].code, sheet.columns[column]);
  const lockAt = ({ row, column }: Place): string | null => {
    const why = rows[row] ? lockOf(workspace, rows[row], sheet.columns[column]) : null;
    return why === null ? null : LOCKS[why] || texts.Targets_LockOutside;
  };
  const move = (down: number, over: number, extend = false): void => {
    const row = Math.max(0, Math.min(rows.length - 1, at.row + down));
    const column = Math.max(0, Math.min(sheet.columns.length - 1, at.column + over));
    follow.current = true;
    setAnchor(extend ? from : null);
    setAt({ row, column });
    if (rows[row]) props.onSelect(rows[row]);
  };
  const begin = (typed: string): void => { if (lockAt(at) === null) { setAnchor(null); setDraft(typed); } };
  const commit = (): void => {
    if (draft === null) return;
    props.onType(keyAt(at), draft);
    setDraft(null);
    follow.current = true;
  };
  const picked = (): string[] => {
    const keys: string[] = [];
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) keys.push(keyAt({ row, column }));
    return keys;
  };

  const editing = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      follow.current = true;
      setDraft(null);
    } else if (event.key === 'Enter' || event.key === 'Tab' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      commit();
      if (event.key === 'Tab') move(0, event.shiftKey ? -1 : 1);
      else move(event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1, 0);
    }
  };
  const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0], Home: [0, -99], End: [0, 99]
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!(event.target as HTMLElement).closest('[data-cell]') || rows.length === 0) return;
    if (draft !== null) return editing(event);
    const command = event.ctrlKey || event.metaKey;
    const arrow = ARROWS[event.key];
    if (command && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      props.onUndo();
    } else if (arrow && !command) {
      event.preventDefault();
      move(arrow[0], arrow[1], event.shiftKey);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      begin(typedNumber(valueAt(sheet, edits, keyAt(at))));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      props.onClear(picked());
    } else if (event.key === 'Escape') setAnchor(null);
    else if (!command && !event.altKey && event.key.length === 1 && event.key !== ' ') {
      event.preventDefault();
      begin(event.key);
    }
  };
  const placeOf = (target: EventTarget): Place | null => {
    const cell = (target as HTMLElement).closest('[data-cell]');
    if (!cell) return null;
    const [row, column] = (cell.getAttribute('data-cell') || '').split('/').map(Number);
    return { row, column };
  };
  const onMouseDown = (event: React.MouseEvent): void => {
    const place = placeOf(event.target);
    if (!place || (draft !== null && place.row === at.row && place.column === at.column)) return;
    if (draft !== null) commit();
    follow.current = true;
    setAnchor(event.shiftKey ? from : null);
    setAt(place);
    props.onSelect(rows[place.row]);
  };
  const onCopy = (event: React.ClipboardEvent): void => {
    if (draft !== null || rows.length === 0) return;
    event.preventDefault();
    const block: (number | null)[][] = [];
    for (let row = top; row <= bottom; row++) {
      block.push(sheet.columns.slice(left, right + 1).map(column => valueAt(sheet, edits, cellKey(rows[row].code, column))));
    }
    event.clipboardData.setData('text/plain', copyText(block));
  };
  const onPaste = (event: React.ClipboardEvent): void => {
    if (draft !== null || rows.length === 0) return;
    event.preventDefault();
    props.onPaste(event.clipboardData.getData('text/plain'), { row: top, column: left }, rows);
  };

  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        role="grid"
        className={styles.grid}
        aria-label={texts.Targets_Grid}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onDoubleClick={event => { if (placeOf(event.target) && draft === null) begin(typedNumber(valueAt(sheet, edits, keyAt(at)))); }}
        onBlur={event => { if (draft !== null && event.target instanceof HTMLInputElement) commit(); }}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr role="row">
            <th scope="col">{texts.Targets_KeyResult}</th>
            <th scope="col" className={base.right}>{texts.Targets_Target}</th>
            {sheet.columns.map(column => (
              <th key={column || 'weight'} scope="col" className={styles.number}>
                {column || texts.Targets_Weight}
                {column !== null && states.get(column) === 'closed' && (
                  <span title={texts.Targets_ClosedQuarter}><Icon name="lock" /><VisuallyHidden> {texts.Targets_ClosedQuarter}</VisuallyHidden></span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {sheet.groups.map(group => (
          <tbody key={group.code}>
            <tr role="row" className={styles.group}>
              <th scope="rowgroup" colSpan={sheet.columns.length + 2}>
                <button type="button" className={styles.groupButton} aria-expanded={!closed.has(group.code)} onClick={() => props.onToggle(group.code)}>
                  <Icon name={closed.has(group.code) ? 'right' : 'down'} />{group.code} {group.title} <span className={base.quiet}>{formatNumber(group.rows.length)}</span>
                </button>
              </th>
            </tr>
            {!closed.has(group.code) && group.rows.map(keyResult => {
              const row = index.get(keyResult.code) as number;
              return (
                <tr key={keyResult.code} role="row">
                  <th scope="row" title={keyResult.title}>
                    <span className={base.code}>{keyResult.code}</span>
                    <span className={styles.wording}>{keyResult.sameMeasureAs ? text(texts.Targets_SameAs, { code: keyResult.sameMeasureAs }) : keyResult.title}</span>
                  </th>
                  <td className={styles.target}>
                    {keyResult.sameMeasureAs || keyResult.direction === 'Milestone' || keyResult.direction === 'Qualitative'
                      ? <span className={base.quiet}>—</span>
                      : (
                        <button type="button" className={styles.targetButton} title={texts.Targets_ChangeTarget} onClick={() => props.onTarget(keyResult)}>
                          {keyResult.target === null ? texts.Targets_NoTarget : formatAmount(keyResult.target, keyResult.unit)}
                          <Icon name="edit" /><VisuallyHidden> {texts.Targets_ChangeTarget} {keyResult.code}</VisuallyHidden>
                        </button>
                      )}
                  </td>
                  {sheet.columns.map((column, over) => {
                    const key = cellKey(keyResult.code, column);
                    const active = at.row === row && at.column === over;
                    return (
                      <Cell
                        key={key}
                        keyResult={keyResult}
                        column={column}
                        value={valueAt(sheet, edits, key)}
                        changed={edits.has(key)}
                        conflict={conflicting.has(key)}
                        lock={lockAt({ row, column: over })}
                        active={active}
                        picked={row >= top && row <= bottom && over >= left && over <= right}
                        draft={active ? draft : null}
                        place={`${row}/${over}`}
                        onDraft={setDraft}
                      />
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
};
