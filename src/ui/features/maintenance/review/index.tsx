import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { ReviewItem, VerdictOn } from '../../../../application/review';
import type { ReviewState } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { PauseBar } from '../../../components/pause/pause-bar';
import { Progress } from '../../../components/progress/progress';
import { Select } from '../../../components/select/select';
import { plural, text } from '../../../formatting';
import { useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { useWidthClass } from '../../../theme/container-width';
import type { MaintenanceParts } from '../parts';
import { ApproveDialog, ReturnDialog } from './review-dialogs';
import { ReviewBlocks, ReviewTable } from './review-list';
import type { ItemActions } from './review-parts';
import styles from './review.module.scss';
import { useReview } from './use-review';
import type { ReviewModel } from './use-review';

/** As many as a planner sees at once; the rest is a click away. */
const FIRST = 5;
const STEP = 25;

/** Parameters of the address that keep what is shown. */
const PARAMS = { state: 'revision', quarter: 'revision-trimestre', process: 'revision-proceso' } as const;
const STATE_WORDS: Readonly<Record<string, ReviewState>> = { pendientes: 'pending', devueltos: 'returned', aprobados: 'approved' };

function unique(values: readonly (string | null)[]): string[] {
  return Array.from(new Set(values.filter((value): value is string => value !== null && value !== ''))).sort();
}

/** What is shown, and the fields to choose it with. */
function useFilters(model: ReviewModel): { readonly shown: readonly ReviewItem[]; readonly state: ReviewState; readonly fields: React.ReactNode; readonly any: boolean } {
  const { route, setParams } = useRouter();
  const word = route.params[PARAMS.state] || 'pendientes';
  const state = STATE_WORDS[word] || 'pending';
  const quarter = route.params[PARAMS.quarter] || '';
  const process = route.params[PARAMS.process] || '';
  const quarters = unique(model.items.map(({ checkIn }) => checkIn.quarter));
  const processes = unique(model.items.map(({ checkIn }) => checkIn.process));
  const shown = model.items.filter(({ checkIn }) => checkIn.review === state
    && (quarter === '' || checkIn.quarter === quarter) && (process === '' || checkIn.process === process));
  const set = (name: string) => (event: React.ChangeEvent<HTMLSelectElement>): void => setParams({ [name]: event.target.value || null }, { replace: true });
  const options = (values: readonly string[], all: string): React.ReactNode => (
    <><option value="">{all}</option>{values.map(value => <option key={value} value={value}>{value}</option>)}</>
  );
  const fields = (
    <div className={styles.filters}>
      <Select aria-label={texts.Review_FilterState} value={state === 'pending' ? '' : word} onChange={set(PARAMS.state)}>
        <option value="">{plural(texts.Review_Pending, model.counts.pending)}</option>
        <option value="devueltos">{plural(texts.Review_ReturnedCount, model.counts.returned)}</option>
        <option value="aprobados">{plural(texts.Review_ApprovedCount, model.counts.approved)}</option>
      </Select>
      {(quarters.length > 1 || quarter !== '') && (
        <Select aria-label={texts.Review_FilterQuarter} value={quarter} onChange={set(PARAMS.quarter)}>{options(quarters, texts.Review_AllQuarters)}</Select>
      )}
      {(processes.length > 1 || process !== '') && (
        <Select aria-label={texts.Review_FilterProcess} value={process} onChange={set(PARAMS.process)}>{options(processes, texts.Review_AllProcesses)}</Select>
      )}
    </div>
  );
  return { shown, state, fields, any: quarter !== '' || process !== '' };
}

const Nothing: React.FC<{ state: ReviewState; filtered: boolean; items: number }> = ({ state, filtered, items }) => {
  const { setParams } = useRouter();
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        message={texts.Review_NoneOfFilter}
        actions={<Button onClick={() => setParams({ [PARAMS.quarter]: null, [PARAMS.process]: null }, { replace: true })}>{texts.Review_ClearFilter}</Button>}
      />
    );
  }
  if (state !== 'pending') return <EmptyState icon="ok" message={state === 'returned' ? texts.Review_NoneReturned : texts.Review_NoneApproved} />;
  return <EmptyState icon="ok" message={items === 0 ? texts.Review_NoReports : texts.Review_AllReviewed} />;
};

const Failures: React.FC<{ model: ReviewModel }> = ({ model }) => (model.failures.length === 0 ? null : (
  <MessageBar
    kind="error"
    role="alert"
    className={styles.failures}
    actions={<Button kind="subtle" onClick={model.dismissFailures}>{texts.Review_Understood}</Button>}
  >
    <p className={base.strong}>{plural(texts.Review_Failures, model.failures.length)}</p>
    <ul>{model.failures.map(({ name, why }, index) => <li key={index}><span className={base.strong}>{name}:</span> {why}</li>)}</ul>
  </MessageBar>
));

/** After a verdict the row is gone: the focus goes to the next one's button, or to the heading. */
function useFocusAfter(heading: React.RefObject<HTMLElement>, list: React.RefObject<HTMLElement>): (index: number) => void {
  const [wanted, setWanted] = React.useState<number | null>(null);
  React.useEffect(() => {
    if (wanted === null) return;
    setWanted(null);
    const buttons = list.current ? list.current.querySelectorAll<HTMLElement>('[data-review]') : [];
    const next = buttons[Math.min(wanted, buttons.length - 1)] || heading.current;
    if (next) next.focus();
  }, [wanted, heading, list]);
  return setWanted;
}

/** Check-ins that wait for a verdict: those that change a result's state first. */
const ReviewSection: React.FC<MaintenanceParts> = parts => {
  const { board } = parts;
  const model = useReview(parts);
  const { shown, state, fields, any } = useFilters(model);
  const width = useWidthClass();
  const [limit, setLimit] = React.useState(FIRST);
  const [opened, setOpened] = React.useState<ReadonlySet<number>>(new Set());
  const [returning, setReturning] = React.useState<ReviewItem | null>(null);
  const [approving, setApproving] = React.useState<readonly ReviewItem[] | null>(null);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const list = React.useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(heading, list);
  const visible = shown.slice(0, limit);
  const more = Math.min(STEP, shown.length - visible.length);

  const judge = (verdicts: readonly VerdictOn[]): void => {
    const index = visible.filter(item => !item.own).findIndex(({ checkIn }) => checkIn.id === verdicts[0].checkIn.id);
    void model.judge(verdicts).then(() => focusAfter(Math.max(0, index)));
  };
  const actions: ItemActions = {
    busy: model.busy,
    opened,
    onToggle: id => setOpened(all => {
      const next = new Set(all);
      if (!next.delete(id)) next.add(id);
      return next;
    }),
    onApprove: ({ checkIn }) => judge([{ checkIn, verdict: 'Aprobado', note: '' }]),
    onReturn: setReturning
  };
  // Seven columns need the whole width: squeezed, the result could not be read and the buttons would be out of sight.
  const List = width === 'wide' ? ReviewTable : ReviewBlocks;
  const together = model.withoutObservations.filter(item => shown.indexOf(item) >= 0);
  return (
    <section id="revision" className={styles.section} aria-labelledby="review-title">
      <div className={styles.head}>
        <div>
          <h2 id="review-title" ref={heading} tabIndex={-1} className={base.h2}>{texts.Review_Title}</h2>
          <p className={base.quiet} role="status">
            {model.counts.pending > 0 ? plural(texts.Review_Intro, model.counts.pending) : texts.Review_IntroNone}
          </p>
        </div>
        {state === 'pending' && together.length > 0 && (
          <Button unavailable={model.busy.size > 0} onClick={() => setApproving(together)}>{plural(texts.Review_ApproveAll, together.length)}</Button>
        )}
      </div>
      {model.items.length > 0 && fields}
      {model.progress && model.progress.total > 1 && (
        <Progress label={text(texts.Review_Progress, model.progress)} done={model.progress.done} total={model.progress.total} />
      )}
      <PauseBar pause={model.pause} onStop={model.stopWaiting} className={styles.failures} />
      <Failures model={model} />
      <div ref={list} aria-busy={model.busy.size > 0}>
        {visible.length > 0
          ? <List items={visible} today={board.today} actions={actions} />
          : <Nothing state={state} filtered={any} items={model.items.length} />}
      </div>
      {more > 0 && (
        <p className={styles.next}><Button kind="subtle" onClick={() => setLimit(limit + STEP)}>{plural(texts.Review_ShowMore, more)}</Button></p>
      )}
      {returning && (
        <ReturnDialog
          item={returning}
          onClose={() => setReturning(null)}
          onReturn={note => {
            setReturning(null);
            judge([{ checkIn: returning.checkIn, verdict: 'Devuelto', note }]);
          }}
        />
      )}
      {approving && (
        <ApproveDialog
          items={approving}
          today={board.today}
          onClose={() => setApproving(null)}
          onApprove={() => {
            setApproving(null);
            judge(approving.map(({ checkIn }) => ({ checkIn, verdict: 'Aprobado', note: '' })));
          }}
        />
      )}
    </section>
  );
};

export default ReviewSection;
