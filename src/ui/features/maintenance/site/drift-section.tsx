import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { DriftFinding, DriftReport } from '../../../../application';
import { Button } from '../../../components/button/button';
import { describeError } from '../../../components/error-state/describe-error';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { ErrorState } from '../../../components/error-state/error-state';
import { Light } from '../../../components/light/light';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { DRIFT_LIGHTS, DRIFT_WORDS, driftRefusal, driftTitle } from './drift-texts';
import styles from './site.module.scss';
import { useDrift } from './use-drift';
import type { Drift } from './use-drift';

const Finding: React.FC<{ finding: DriftFinding; allowed: boolean; chosen: boolean; onChoose: () => void }> = ({ finding, allowed, chosen, onChoose }) => {
  const { links } = useServices();
  const { list, listTitle, severity, repair } = finding;
  const title = driftTitle(finding);
  return (
    <li className={styles.finding}>
      {allowed && repair === 'safe'
        ? <input type="checkbox" className={styles.box} checked={chosen} onChange={onChoose} aria-label={text(texts.Site_Choose, { title, list: listTitle })} />
        : <span className={styles.box} />}
      <div>
        <div>{title}</div>
        {list !== null && (
          <a className={base.small} href={links.list(list)} target="_blank" rel="noreferrer">
            {listTitle}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
          </a>
        )}
        {repair !== 'safe' && <div className={`${base.small} ${base.quiet}`}>{driftRefusal(finding)}</div>}
      </div>
      <Light light={DRIFT_LIGHTS[severity]} word={DRIFT_WORDS[severity]} />
    </li>
  );
};

const Findings: React.FC<{ report: DriftReport; drift: Drift }> = ({ report, drift }) => {
  const allowed = drift.access !== null && drift.access.allowed;
  const safe = report.findings.filter(({ repair }) => repair === 'safe');
  const [left, setLeft] = React.useState<ReadonlySet<string>>(new Set());
  const chosen = safe.filter(({ id }) => !left.has(id));
  const busy = drift.work.kind !== 'idle' && drift.work.kind !== 'failed';
  const choose = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  if (report.findings.length === 0) {
    return <EmptyState icon="ok" message={text(texts.Site_AllMatches, { lists: report.checked.lists, columns: report.checked.columns, views: report.checked.views })} />;
  }
  return (
    <>
      {allowed && safe.length > 0 && (
        <div className={styles.tools}>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={chosen.length === safe.length}
              onChange={(event) => setLeft(new Set(event.target.checked ? [] : safe.map(({ id }) => id)))}
            />{' '}
            {plural(texts.Site_AllSafe, safe.length)}
          </label>
          <Button kind="primary" unavailable={busy || chosen.length === 0} onClick={() => drift.repair(chosen)}>
            {chosen.length === 0 ? texts.Quality_Mend : plural(texts.Site_Repair, chosen.length)}
          </Button>
        </div>
      )}
      <ul className={styles.findings}>
        {report.findings.map((finding) => (
          <Finding
            key={finding.id}
            finding={finding}
            allowed={allowed}
            chosen={!left.has(finding.id)}
            onChoose={() => choose(finding.id)}
          />
        ))}
      </ul>
    </>
  );
};

const Working: React.FC<{ drift: Drift }> = ({ drift: { work } }) => (
  <div role="status" className={styles.working}>
    {(work.kind === 'repairing' || work.kind === 'upgrading') && (
      <>
        <progress className={styles.progress} max={Math.max(1, work.total)} value={work.done} aria-label={texts.Quality_Mending} />
        {text(work.kind === 'repairing' ? texts.Site_Repairing : texts.Site_Upgrading, { done: work.done, total: work.total })}
      </>
    )}
  </div>
);

/** What was repaired is gone from the list, and the button with it: the focus goes to the heading. */
function useFocusAfter(work: Drift['work']['kind']): React.RefObject<HTMLHeadingElement> {
  const heading = React.useRef<HTMLHeadingElement>(null);
  const before = React.useRef(work);
  React.useEffect(() => {
    const wrote = before.current === 'repairing' || before.current === 'upgrading';
    before.current = work;
    if (wrote && work === 'idle' && document.activeElement === document.body && heading.current) heading.current.focus();
  }, [work]);
  return heading;
}

/** Whether the site is as it was set up, and the way back where it is not. */
export const DriftSection: React.FC<{ onChanged: () => void }> = ({ onChanged }) => {
  const drift = useDrift(onChanged);
  const { work, report, access, failures } = drift;
  const heading = useFocusAfter(work.kind);
  const behind = report !== null && report.version.site < report.version.delivered;
  const partial = access !== null && access.state !== 'ready';
  const busy = work.kind !== 'idle' && work.kind !== 'failed';
  return (
    <section className={styles.section} aria-labelledby="drift-title">
      <header className={styles.head}>
        <div>
          <h2 id="drift-title" ref={heading} tabIndex={-1} className={base.h2}>{texts.Site_Drift}</h2>
          <p className={base.quiet}>{texts.Site_DriftIntro}</p>
          {report !== null && <p>{text(texts.Site_Version, { site: report.version.site, delivered: report.version.delivered })}</p>}
        </div>
        <Button unavailable={busy} onClick={drift.check}>{texts.Site_Check}</Button>
      </header>
      {access !== null && !access.allowed && (
        <MessageBar className={styles.notice} icon="lock">
          {text(texts.Site_OwnersOnly, { owners: access.owners.join(', ') || texts.Site_SiteOwners })}
        </MessageBar>
      )}
      {access !== null && access.allowed && (behind || partial) && (
        <MessageBar kind="warning" className={styles.notice} actions={<Button unavailable={busy} onClick={drift.upgrade}>{texts.Site_Upgrade}</Button>}>
          {partial ? texts.Site_Partial : texts.Site_Behind}
        </MessageBar>
      )}
      <Working drift={drift} />
      {failures.length > 0 && (
        <MessageBar kind="error" role="alert" className={styles.notice}>
          {failures.map(({ finding, error }) => <p key={finding.id}>{text(texts.Site_RepairFailed, { title: driftTitle(finding), why: describeError(error) })}</p>)}
        </MessageBar>
      )}
      {work.kind === 'failed' && <ErrorState error={work.error} onRetry={drift.check} />}
      {report === null && work.kind === 'checking' && (
        <div className={styles.loading} role="status" aria-label={texts.Site_Checking}>{[1, 2, 3].map((line) => <Shimmer key={line} height={40} />)}</div>
      )}
      {report !== null && work.kind !== 'failed' && <Findings key={report.findings.map(({ id }) => id).join()} report={report} drift={drift} />}
    </section>
  );
};
