import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { TargetVersion } from '../../../application/workspace';
import type { KeyResult, TargetChange } from '../../../domain';
import { Button } from '../../components/button/button';
import { describeError } from '../../components/error-state/describe-error';
import { Light } from '../../components/light/light';
import { MessageBar } from '../../components/message-bar/message-bar';
import { useMounted } from '../../data/use-mounted';
import { formatDay, text } from '../../formatting';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import { RecordChange, UnfinishedChange } from './record-change';
import { targetWords } from './record-change-dialog';
import { RowLink } from './row-link';
import type { TargetEntry, TargetHistory } from './target-history';
import styles from './detail.module.scss';

export interface TargetVersionsProps {
  readonly subject: KeyResult;
  readonly targets: TargetHistory;
  readonly versions: readonly TargetVersion[] | null;
  readonly onVersions: (versions: readonly TargetVersion[]) => void;
  /** The person keeps the plan: they can write what is missing. */
  readonly planner: boolean;
  /** A change on record that has not come into the plan. */
  readonly unfinished: TargetChange | null;
  /** A missing row of the history was written. */
  readonly onRecorded: () => void;
}

const Entry: React.FC<{ entry: TargetEntry; start: string; children?: React.ReactNode }> = ({ entry, start, children }) => {
  const first = entry.key === 'loaded';
  const when = first
    ? text(strings.Detail_TargetLoaded, { day: formatDay(start) })
    : entry.from === null
      ? strings.Detail_TargetDayUnknown
      : formatDay(entry.from);
  return (
    <li>
      <p>
        <span className={`${base.strong} ${base.num}`}>
          {first
            ? targetWords(entry.newTarget)
            : text(strings.Detail_TargetFromTo, { from: targetWords(entry.oldTarget), to: targetWords(entry.newTarget) })}
        </span>{' '}
        <span className={`${base.quiet} ${base.small}`}>{[when, entry.author].filter(Boolean).join(' · ')}</span>
      </p>
      {entry.reason !== '' && <p className={base.small}>{entry.reason}</p>}
      {!entry.recorded && (
        <p className={styles.flag}>
          <Light light="amarillo" word={strings.Detail_TargetUnrecorded} />
        </p>
      )}
      {children}
    </li>
  );
};

/** Reads the row's versions when asked: most targets never change, and each asking is a request. */
function useVersions(
  subject: KeyResult,
  onVersions: (versions: readonly TargetVersion[]) => void
): { load: () => void; loading: boolean; error: unknown } {
  const { plan } = useServices();
  const [loading, setLoading] = React.useState(false);
  const [error, setError] = React.useState<unknown>(undefined);
  const mounted = useMounted();
  const load = (): void => {
    if (loading) return;
    setLoading(true);
    setError(undefined);
    plan.readTargetVersions(subject).then(
      versions => {
        if (!mounted.current) return;
        setLoading(false);
        onVersions(versions);
      },
      (failure: unknown) => {
        if (!mounted.current) return;
        setLoading(false);
        setError(failure);
      }
    );
  };
  return { load, loading, error };
}

/** How the target came to be what it is, and whether it was ever changed without saying so. */
export const TargetVersions: React.FC<TargetVersionsProps> = ({
  subject, targets, versions, onVersions, planner, unfinished, onRecorded
}) => {
  const { links } = useServices();
  const { load, loading, error } = useVersions(subject, onVersions);
  const unrecorded = targets.entries.some(entry => !entry.recorded);
  return (
    <section className={styles.box} aria-labelledby="detail-targets">
      <h2 id="detail-targets" className={base.h3}>
        {strings.Detail_Targets}
      </h2>
      {targets.entries.length === 0 && <p>{strings.Detail_NoTargetAtAll}</p>}
      {planner && unfinished && <UnfinishedChange subject={subject} change={unfinished} />}
      <ul className={styles.changes}>
        {targets.entries.map(entry => (
          <Entry key={entry.key} entry={entry} start={subject.start}>
            {planner && !entry.recorded && !unfinished && <RecordChange subject={subject} entry={entry} onDone={onRecorded} />}
          </Entry>
        ))}
      </ul>
      {unrecorded && <p className={styles.aside}>{strings.Detail_TargetUnrecordedHint}</p>}
      {unrecorded && planner && (
        <p className={styles.aside}>
          <RowLink href={links.list('TargetChanges')}>{strings.Detail_RecordChange}</RowLink>
        </p>
      )}
      {Boolean(error) && (
        <MessageBar kind="error" role="alert">
          {describeError(error)}
        </MessageBar>
      )}
      <div role="status" className={styles.aside}>
        {versions !== null && (unrecorded ? strings.Detail_VersionsFound : strings.Detail_VersionsClean)}
      </div>
      {versions === null && (
        <Button kind="subtle" unavailable={loading} onClick={load}>
          {loading ? strings.Detail_LoadingVersions : strings.Detail_LookForVersions}
        </Button>
      )}
    </section>
  );
};
