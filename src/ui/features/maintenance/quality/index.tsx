import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { unrecordChange } from '../../../../application/targets';
import type { RecordedChange } from '../../../../application/targets';
import type { Finding } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { describeError } from '../../../components/error-state/describe-error';
import { ErrorState } from '../../../components/error-state/error-state';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { useFrame } from '../../../frame';
import { plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import type { MaintenanceParts, QualityCounts } from '../parts';
import { CompareDialog } from './compare-dialog';
import { findingTitle } from './finding-texts';
import { FindingsTable } from './findings-table';
import { FormDialog } from './form-dialog';
import { HistoryDialog } from './history-dialog';
import { LinkNotices, MendNotices } from './quality-notices';
import styles from './quality.module.scss';
import { useFindings } from './use-findings';
import { useLinkCheck } from './use-link-check';
import { useMend } from './use-mend';

/** `5 problemas; 2 cambian cifras.` */
function summary(all: readonly Finding[]): string {
  const counting = all.filter(({ severity }) => severity === 'changesFigures').length;
  return text(texts.Quality_Summary, {
    problems: plural(texts.Quality_Problems, all.length),
    figures: counting === 0 ? texts.Quality_NoneChanges : plural(texts.Quality_SomeChange, counting)
  });
}

/** Several mends at once, named as none of the findings is. */
const ALL_OF_FORM = 'form';

export interface QualitySectionProps extends MaintenanceParts {
  /** Told whenever the rows have been read: the page's first lines say how many there are. */
  readonly onCounts?: (counts: QualityCounts) => void;
}

/** Rows that need a mend: what is wrong, what comes of it, how it looks mended, and a button where that is safe. */
const QualitySection: React.FC<QualitySectionProps> = ({ board, state, onCounts }) => {
  const { workspace } = board;
  const services = useServices();
  const { links } = services;
  const { say } = useFrame();
  const check = useLinkCheck();
  const found = useFindings(board, state.refreshing, check.gone);
  const mending = useMend(state.refresh);
  const [comparing, setComparing] = React.useState<Finding | null>(null);
  const [writing, setWriting] = React.useState<Finding | null>(null);
  const [confirming, setConfirming] = React.useState(false);
  const { all } = found;
  const form = all.filter(({ severity, remedy }) => severity === 'form' && remedy.kind === 'mend');
  const heading = React.useRef<HTMLHeadingElement>(null);
  const read = found.facts !== null;
  const changing = all.filter(({ severity }) => severity === 'changesFigures').length;
  React.useEffect(() => { if (read && onCounts) onCounts({ total: all.length, changing }); }, [read, all.length, changing, onCounts]);

  const run = (name: string, changes: Parameters<typeof mending.mend>[1], said: string): void => {
    mending.mend(name, changes, said).then(
      // The button that was pressed goes away with its row.
      () => { if (document.activeElement === document.body && heading.current) heading.current.focus(); },
      () => undefined /* failures are shown, none is thrown */
    );
  };
  const mend = (finding: Finding): void => {
    if (finding.remedy.kind === 'mend') run(finding.id, finding.remedy.changes, text(texts.Quality_MendedOne, { title: findingTitle(finding) }));
  };
  const takeBackHistory = (row: RecordedChange): void => {
    unrecordChange(services, row).then(
      () => state.refresh().then(() => say(texts.Quality_Undone)),
      (error: unknown) => say(text(texts.Quality_NotUndone, { why: describeError(error) }))
    );
  };
  const historyWritten = (row: RecordedChange | null): void => {
    setWriting(null);
    void state.refresh();
    say(texts.Quality_HistoryWritten, row === null ? undefined : { label: texts.Quality_Undo, run: () => takeBackHistory(row) });
  };
  const { remedy } = writing || {};
  const unexplained = remedy && remedy.kind === 'history' ? workspace.keyResults.find(({ code }) => code === remedy.keyResult) : undefined;
  const mendForm = (): void => {
    setConfirming(false);
    const changes = form.flatMap(({ remedy }) => (remedy.kind === 'mend' ? remedy.changes : []));
    run(ALL_OF_FORM, changes, plural(texts.Quality_MendedForm, form.length));
  };
  const checkLinks = (): void => check.start(found.links);

  return (
    <section id="calidad" className={styles.section} aria-labelledby="quality-title">
      <header className={styles.head}>
        <div>
          <h2 id="quality-title" ref={heading} tabIndex={-1} className={base.h2}>{texts.Quality_Title}</h2>
          <p className={base.quiet}>{texts.Quality_Intro}</p>
          <p role="status">{found.facts === null || all.length === 0 ? '' : summary(all)}</p>
        </div>
        <div className={styles.headActions}>
          {found.facts !== null && found.links.length > 0 && (
            <Button unavailable={check.state.kind === 'running'} onClick={checkLinks}>{plural(texts.Quality_CheckLinks, found.links.length)}</Button>
          )}
          {form.length > 1 && (
            <Button unavailable={mending.busy !== null} onClick={() => setConfirming(true)}>{plural(texts.Quality_MendForm, form.length)}</Button>
          )}
        </div>
      </header>
      <MendNotices mending={mending} workspace={workspace} />
      <LinkNotices check={check} onRetry={checkLinks} />
      {found.error !== null && <ErrorState error={found.error} onRetry={found.retry} links={links} />}
      {found.facts === null && found.error === null && (
        <div className={styles.loading} role="status" aria-label={texts.Quality_Loading}>
          {[1, 2, 3].map((line) => <Shimmer key={line} height={44} />)}
        </div>
      )}
      {found.facts !== null && all.length === 0 && <EmptyState icon="ok" message={texts.Quality_None} />}
      {(found.facts !== null || found.error !== null) && all.length > 0 && (
        <FindingsTable all={all} workspace={workspace} busy={mending.busy} onMend={mend} onCompare={setComparing} onWriteHistory={setWriting} />
      )}
      {comparing && comparing.remedy.kind === 'compare' && (
        <CompareDialog
          code={comparing.remedy.code}
          ids={comparing.remedy.ids}
          rows={found.rows}
          workspace={workspace}
          onClose={() => setComparing(null)}
          onChoose={(changes, kept) => {
            setComparing(null);
            run(comparing.id, changes, text(texts.Quality_KeptRow, { id: String(kept) }));
          }}
        />
      )}
      {unexplained && (
        <HistoryDialog key={unexplained.code} board={board} keyResult={unexplained} onClose={() => setWriting(null)} onDone={historyWritten} />
      )}
      {confirming && form.length > 0 && (
        <FormDialog findings={form} workspace={workspace} onConfirm={mendForm} onClose={() => setConfirming(false)} />
      )}
    </section>
  );
};

export default QualitySection;
