import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { objectivesWithoutWeight } from '../../../../application/targets';
import type { KeyResult, ProgrammedTarget } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { describeError } from '../../../components/error-state/describe-error';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { ErrorState } from '../../../components/error-state/error-state';
import { LeaveDialog } from '../../../components/leave-dialog/leave-dialog';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { PauseBar } from '../../../components/pause/pause-bar';
import { Progress } from '../../../components/progress/progress';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { formatNumber, plural, text } from '../../../formatting';
import { useFrame } from '../../../frame/frame-context';
import base from '../../../theme/base.module.scss';
import { useWidthClass } from '../../../theme/container-width';
import type { MaintenanceParts } from '../parts';
import { ExpectedPreview } from './expected-preview';
import { askedTogether, cellKey, editOf, lockOf, placePaste, readCell, valueAt, warningsOf } from './sheet';
import type { PasteRefusal, RowWarning, Sheet, UnclearCell } from './sheet';
import { SheetGrid } from './sheet-grid';
import { TargetDialog } from './target-dialog';
import { TargetsForm } from './targets-form';
import styles from './targets.module.scss';
import { useSheet } from './use-sheet';
import type { SheetState } from './use-sheet';

/** More key results than this open one objective at a time, so that the page stays quick. */
const MANY = 150;

const REFUSALS: Readonly<Record<PasteRefusal['why'], string>> = {
  alias: texts.Targets_LockAlias, outside: texts.Targets_LockOutside, limit: texts.Targets_LockLimit, unknown: texts.Targets_LockOutside,
  invalid: texts.Targets_IssueWeight, formula: texts.Targets_Formula, notANumber: texts.Targets_IssueNumber, beyond: texts.Targets_Beyond
};
const WARNINGS: Readonly<Record<RowWarning, string>> = { falls: texts.Targets_Falls, short: texts.Targets_Short, over: texts.Targets_Over };

/** `OE1-OT2-R5 · 2023-T4` */
function cellName(key: string): string {
  const { keyResult, quarter } = editOf(key, null);
  return [keyResult, key.indexOf('|') < 0 ? '' : quarter || texts.Targets_Weight].filter(Boolean).join(' · ');
}

function shown(value: number | null): string {
  return value === null ? texts.Targets_Empty : formatNumber(value, 9);
}

const Conflicts: React.FC<{ sheet: SheetState }> = ({ sheet }) => (sheet.conflicts.length === 0 ? null : (
  <MessageBar kind="warning" role="alert" className={styles.message}>
    <p className={base.strong}>{plural(texts.Targets_Conflicts, sheet.conflicts.length)}</p>
    <ul className={styles.conflicts}>
      {sheet.conflicts.map(({ key, mine, theirs }) => (
        <li key={key}>
          <span>{text(texts.Targets_Conflict, { cell: cellName(key), mine: shown(mine), theirs: shown(theirs) })}</span>
          <Button onClick={() => sheet.settle(key, 'mine')}>{texts.Targets_KeepMine}</Button>
          <Button onClick={() => sheet.settle(key, 'theirs')}>{texts.Targets_TakeTheirs}</Button>
        </li>
      ))}
    </ul>
  </MessageBar>
));

const Loaded: React.FC<MaintenanceParts & { sheet: SheetState; data: Sheet }> = ({ board, state, sheet, data }) => {
  const { say } = useFrame();
  const { workspace } = board;
  const narrow = useWidthClass() === 'narrow';
  const all = React.useMemo(() => data.groups.flatMap(group => group.rows), [data]);
  const [closed, setClosed] = React.useState<ReadonlySet<string>>(() => new Set(
    all.length > MANY ? data.groups.slice(1).map(({ code }) => code) : []
  ));
  const [chosen, setChosen] = React.useState(all.length ? all[0].code : '');
  const [retargeted, setRetargeted] = React.useState<KeyResult | null>(null);
  const [refused, setRefused] = React.useState<readonly PasteRefusal[]>([]);
  const [unclear, setUnclear] = React.useState<readonly UnclearCell[]>([]);
  const keyResult = all.find(({ code }) => code === chosen) || all[0];

  const programmed = React.useMemo(() => (keyResult ? data.columns.flatMap((column): ProgrammedTarget[] => {
    const value = column === null ? null : valueAt(data, sheet.edits, cellKey(keyResult.code, column));
    return column === null || value === null ? [] : [{ id: 0, keyResult: keyResult.code, quarter: column, value }];
  }) : []), [data, sheet.edits, keyResult]);
  const weightless = React.useMemo(
    () => objectivesWithoutWeight(workspace, code => valueAt(data, sheet.edits, cellKey(code, null)) || 0), [workspace, data, sheet.edits]
  );
  const planWithoutWeight = all.length > 0 && all.every(({ code }) => (valueAt(data, sheet.edits, cellKey(code, null)) || 0) === 0);
  const warned = React.useMemo(() => {
    const rows = new Set([...Array.from(sheet.edits.keys()).map(key => key.split('|')[0]), chosen]);
    return all.filter(({ code }) => rows.has(code))
      .flatMap(row => warningsOf(row, data, sheet.edits, workspace).map(warning => ({ code: row.code, warning })));
  }, [all, data, sheet.edits, workspace, chosen]);

  if (!keyResult) return <EmptyState icon="table" message={texts.Targets_None} />;

  const type = (key: string, typed: string): void => {
    const read = readCell(typed);
    const weightGone = editOf(key, null).quarter === null && (read.kind !== 'value' || read.value === null || read.value < 0);
    setRefused([]);
    if (read.kind === 'ambiguous') setUnclear([{ key, text: typed, readings: read.readings }]);
    else if (read.kind !== 'value') setRefused([{ key, text: typed, why: read.kind }]);
    else if (weightGone) setRefused([{ key, text: typed, why: 'invalid' }]);
    else if (read.value !== valueAt(data, sheet.edits, key)) sheet.change([[key, read.value]]);
  };
  const clear = (keys: readonly string[]): void => sheet.change(keys.filter(key => {
    const { keyResult: code, quarter } = editOf(key, null);
    const row = all.find(one => one.code === code);
    // A weight is never empty.
    return quarter !== null && row !== undefined && lockOf(workspace, row, quarter) === null && valueAt(data, sheet.edits, key) !== null;
  }).map(key => [key, null] as const));
  const asked = askedTogether(unclear);
  const answer = (reading: 0 | 1): void => {
    sheet.change(asked.map(({ key, readings }) => [key, readings[reading]] as const));
    setUnclear(unclear.filter(cell => asked.indexOf(cell) < 0));
  };
  const conflicting = new Set(sheet.conflicts.map(({ key }) => key));
  const pending = sheet.edits.size;
  return (
    <>
      <div className={styles.bar} data-bar="">
        <span role="status" className={base.strong}>{pending > 0 ? plural(texts.Targets_Pending, pending) : texts.Targets_NothingPending}</span>
        <Button unavailable={!sheet.canUndo} onClick={sheet.undo}>{texts.Targets_Undo}</Button>
        {pending > 0 && <Button onClick={sheet.discard}>{texts.Targets_Discard}</Button>}
        <Button
          kind="primary"
          unavailable={pending === 0 || sheet.saving !== null || sheet.conflicts.length > 0 || planWithoutWeight}
          onClick={() => { void sheet.save(); }}
        >
          {sheet.saving ? texts.Targets_Writing : texts.Targets_Save}
        </Button>
      </div>
      {sheet.saving && <Progress label={text(texts.Targets_Progress, sheet.saving)} done={sheet.saving.done} total={sheet.saving.total} />}
      <PauseBar pause={sheet.pause} onStop={sheet.stopWaiting} className={styles.message} />
      <Conflicts sheet={sheet} />
      {sheet.failures.length > 0 && (
        <MessageBar kind="error" role="alert" className={styles.message}>
          <p className={base.strong}>{texts.Targets_NotSaved}</p>
          <ul>{sheet.failures.map(({ key, error }) => <li key={key}>{[cellName(key), error ? describeError(error) : texts.Targets_LockOutside].filter(Boolean).join(': ')}</li>)}</ul>
        </MessageBar>
      )}
      {refused.length > 0 && (
        <MessageBar
          kind="warning" role="alert" className={styles.message}
          actions={<Button kind="subtle" onClick={() => setRefused([])}>{texts.Targets_Understood}</Button>}
        >
          <p className={base.strong}>{plural(texts.Targets_Refused, refused.length)}</p>
          <ul>{refused.slice(0, 8).map(({ key, text: typed, why }, index) => <li key={index}>{cellName(key)} «{typed.trim()}»: {REFUSALS[why]}</li>)}</ul>
          {refused.length > 8 && <p>{plural(texts.Targets_MoreRefused, refused.length - 8)}</p>}
        </MessageBar>
      )}
      {planWithoutWeight ? <MessageBar kind="error" role="alert" className={styles.message}>{texts.Targets_PlanWithoutWeight}</MessageBar>
        : weightless.length > 0 && <MessageBar kind="warning" className={styles.message}>{text(texts.Targets_WithoutWeight, { codes: weightless.join(', ') })}</MessageBar>}
      {warned.length > 0 && (
        <MessageBar kind="warning" className={styles.message}>
          <ul>{warned.map(({ code, warning }) => <li key={`${code} ${warning}`}><span className={base.strong}>{code}:</span> {WARNINGS[warning]}</li>)}</ul>
        </MessageBar>
      )}
      {narrow
        ? (
          <TargetsForm
            key={keyResult.code} board={board} sheet={data} edits={sheet.edits} keyResult={keyResult}
            onSelect={({ code }) => setChosen(code)} onTarget={setRetargeted} onType={type}
          />
        )
        : (
          <SheetGrid
            board={board} sheet={data} edits={sheet.edits} closed={closed} conflicting={conflicting}
            onToggle={code => setClosed(was => {
              const next = new Set(was);
              if (!next.delete(code)) next.add(code);
              return next;
            })}
            onSelect={({ code }) => setChosen(code)}
            onTarget={setRetargeted}
            onType={type}
            onClear={clear}
            onPaste={(pasted, at, rows) => {
              const placed = placePaste(pasted, at, rows, data.columns, workspace);
              sheet.change(placed.edits);
              setRefused(placed.refused);
              setUnclear(placed.ambiguous);
            }}
            onUndo={sheet.undo}
          />
        )}
      <ExpectedPreview board={board} keyResult={keyResult} programmed={programmed} />
      {asked.length > 0 && (
        <Dialog
          key={asked[0].key}
          title={text(texts.Targets_Ambiguous, {
            typed: asked[0].text.trim(), one: formatNumber(asked[0].readings[0], 9), other: formatNumber(asked[0].readings[1], 9)
          })}
          onClose={() => setUnclear([])}
          actions={(
            <>
              <Button onClick={() => answer(0)}>{formatNumber(asked[0].readings[0], 9)}</Button>
              <Button onClick={() => answer(1)}>{formatNumber(asked[0].readings[1], 9)}</Button>
            </>
          )}
        >
          <p>{asked.length > 1 ? plural(texts.Targets_AmbiguousMany, asked.length) : cellName(asked[0].key)}</p>
        </Dialog>
      )}
      <LeaveDialog when={pending > 0} message={plural(texts.Stand_Leave, pending)} stay={texts.Stand_Stay} leave={texts.Stand_LeaveNow}>
        <p>{texts.Targets_LeaveKept}</p>
      </LeaveDialog>
      {retargeted && (
        <TargetDialog
          keyResult={retargeted}
          workspace={workspace}
          today={board.today}
          onClose={() => setRetargeted(null)}
          onChanged={next => {
            setRetargeted(null);
            state.replace(next);
            sheet.reload();
            say(text(texts.Targets_Changed, { code: retargeted.code }));
          }}
        />
      )}
    </>
  );
};

/** Programmed targets by quarter, weights, and changes of target. */
const TargetsPage: React.FC<MaintenanceParts> = parts => {
  const sheet = useSheet(parts);
  return (
    <>
      <h1 className={base.h1}>{texts.Targets_Title}</h1>
      <p className={styles.intro}>{texts.Targets_Intro}</p>
      {sheet.sheet ? <Loaded {...parts} sheet={sheet} data={sheet.sheet} />
        : sheet.error ? <ErrorState error={sheet.error} onRetry={sheet.reload} /> : <div aria-busy="true"><Shimmer height={320} /></div>}
    </>
  );
};

export default TargetsPage;
