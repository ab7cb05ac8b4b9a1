import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../../application/board';
import { operativePlanChange } from '../../../../application';
import type { LibraryEntry, LinkTarget } from '../../../../application';
import { linkName } from '../../../../domain';
import type { Process } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { describeError } from '../../../components/error-state/describe-error';
import { DocumentLink } from '../../../components/document-link/document-link';
import { Icon } from '../../../components/icon/icon';
import { Light } from '../../../components/light/light';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatDay, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { MendNotices } from '../quality/quality-notices';
import { useMend } from '../quality/use-mend';
import { useFolder } from '../../report/use-folder';
import styles from './site.module.scss';

type Targets = ReadonlyMap<string, LinkTarget>;
interface Choice { readonly url: string; readonly name: string }

/** Where the documents lie, walked folder by folder, to choose one of them or a folder itself. */
const Browser: React.FC<{ process: string; chosen: string | null; onChoose: (choice: Choice) => void }> = ({ process, chosen, onChoose }) => {
  const { evidence } = useServices();
  const { path, state, enter, up, retry } = useFolder(evidence, process);
  return (
    <div className={styles.browser}>
      <p className={base.small}>
        {path.length > 0 && <Button kind="icon" aria-label={texts.Site_FolderUp} onClick={() => up(path.length - 2)}><Icon name="left" /></Button>}
        {['SIGACI', ...path.map((folder) => folder.text)].join(' › ')}
      </p>
      {state.kind === 'loading' && <p role="status">{texts.Site_Reading}</p>}
      {state.kind === 'failed' && <MessageBar kind="error" role="alert" actions={<Button onClick={retry}>{strings.Common_Retry}</Button>}>{describeError(state.error)}</MessageBar>}
      {state.kind === 'ready' && (
        <ul className={styles.candidates}>
          {state.entries.map((entry) => (
            <li key={entry.url} className={styles.entry}>
              <label>
                <input type="radio" name={`plan-${process}`} checked={chosen === entry.url} onChange={() => onChoose({ url: entry.url, name: entry.text })} />{' '}
                <Icon name={entry.isFolder ? 'folder' : 'doc'} /> {entry.text}
              </label>
              {entry.isFolder && <Button kind="subtle" onClick={() => enter(entry)}>{texts.Site_OpenFolder}<VisuallyHidden> {entry.text}</VisuallyHidden></Button>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

interface ChooseDialogProps {
  readonly process: Process;
  readonly candidates: readonly LibraryEntry[] | null;
  readonly error: unknown;
  readonly onConfirm: (choice: Choice) => void;
  readonly onClose: () => void;
}

const ChooseDialog: React.FC<ChooseDialogProps> = ({ process, candidates, error, onConfirm, onClose }) => {
  const [choice, setChoice] = React.useState<Choice | null>(null);
  const [browsing, setBrowsing] = React.useState(false);
  return (
    <Dialog
      title={text(texts.Site_ChooseTitle, { process: process.code })}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{texts.Quality_Cancel}</Button>
          <Button kind="primary" unavailable={choice === null} onClick={() => { if (choice) onConfirm(choice); }}>{texts.Site_Confirm}</Button>
        </>
      )}
    >
      {error !== null && <MessageBar kind="error" role="alert">{describeError(error)}</MessageBar>}
      {candidates === null && error === null && <p role="status">{texts.Site_Searching}</p>}
      {candidates !== null && candidates.length === 0 && <p>{text(texts.Site_NoCandidates, { process: process.code })}</p>}
      {candidates !== null && !browsing && (
        <ul className={styles.candidates}>
          {candidates.map((entry) => (
            <li key={entry.url}>
              <label>
                <input type="radio" name={`plan-${process.code}`} checked={choice !== null && choice.url === entry.url} onChange={() => setChoice(entry)} />{' '}
                <Icon name={entry.isFolder ? 'folder' : 'doc'} /> {entry.name}
                <span className={`${base.small} ${base.quiet}`}> {text(texts.Site_Changed, { day: formatDay(entry.modified), who: entry.modifiedBy })}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {browsing && <Browser process={process.code} chosen={choice && choice.url} onChoose={setChoice} />}
      {!browsing && <Button kind="subtle" onClick={() => setBrowsing(true)}>{texts.Site_Browse}</Button>}
    </Dialog>
  );
};

const State: React.FC<{ process: Process; target: LinkTarget | undefined }> = ({ process, target }) => {
  if (process.operativePlanUrl === '') return <span className={base.quiet}>{texts.Site_NotConfirmed}</span>;
  if (!target) return <span className={base.quiet}>{texts.Site_Reading}</span>;
  if (target.kind === 'gone') return <Light light="rojo" word={texts.Site_LinkGone} />;
  if (target.kind === 'elsewhere') return <span className={base.quiet}>{texts.Site_LinkElsewhere}</span>;
  return <>{text(texts.Site_Changed, { day: formatDay(target.entry.modified), who: target.entry.modifiedBy })}</>;
};

/** The operative plan of every process: found in SIGACI by the process's code, confirmed by a planner, kept in its row. */
export const OperativePlansSection: React.FC<{ board: Board; refresh: () => Promise<void> }> = ({ board, refresh }) => {
  const { operativePlans } = useServices();
  const { processes } = board.workspace;
  const mending = useMend(refresh);
  const [targets, setTargets] = React.useState<Targets>(new Map());
  const [error, setError] = React.useState<unknown>(null);
  const [choosing, setChoosing] = React.useState<Process | null>(null);
  const [found, setFound] = React.useState<ReadonlyMap<string, readonly LibraryEntry[]> | null>(null);
  const [searchError, setSearchError] = React.useState<unknown>(null);
  const urls = processes.map(({ operativePlanUrl }) => operativePlanUrl).filter((url) => url !== '').join('\n');

  React.useEffect(() => {
    let current = true;
    const wanted = urls === '' ? [] : urls.split('\n');
    setError(null);
    if (wanted.length === 0) return undefined;
    operativePlans.lookUp(wanted).then(
      (answers) => { if (current) setTargets(new Map(wanted.map((url, index) => [url, answers[index]]))); },
      (failure: unknown) => { if (current) setError(failure); }
    );
    return () => { current = false; };
  }, [operativePlans, urls]);

  const choose = (process: Process): void => {
    setChoosing(process);
    if (found !== null) return;
    setSearchError(null);
    operativePlans.findOperativePlans(processes.map(({ code }) => code)).then(
      (all) => setFound(new Map(all.map(({ process: code, candidates }) => [code, candidates]))), setSearchError
    );
  };
  const write = (process: Process, choice: Choice | null, said: string): void => {
    setChoosing(null);
    const link = choice && { url: choice.url, text: choice.name };
    mending.mend(process.code, [operativePlanChange(process, link)], text(said, { process: process.code })).catch(() => undefined /* never rejects */);
  };
  const nameOf = (url: string): string => {
    const target = targets.get(url);
    return target && target.kind === 'found' ? target.entry.name : linkName(url);
  };
  return (
    <section className={styles.section} aria-labelledby="operative-title">
      <header className={styles.head}>
        <div>
          <h2 id="operative-title" className={base.h2}>{texts.Site_OperativePlans}</h2>
          <p className={base.quiet}>{texts.Site_OperativeIntro}</p>
        </div>
      </header>
      <MendNotices mending={mending} workspace={board.workspace} />
      {error !== null && <MessageBar kind="error" role="alert" className={styles.notice}>{describeError(error)}</MessageBar>}
      <ScrollRegion label={texts.Site_PlansTable}>
        <table className={`${base.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{texts.Stand_Process}</th><th scope="col">{texts.Site_Plan}</th><th scope="col">{texts.Site_LastChange}</th>
              <th scope="col"><VisuallyHidden>{texts.Quality_Actions}</VisuallyHidden></th>
            </tr>
          </thead>
          <tbody>
            {processes.map((process) => {
              const { code, operativePlanUrl: url } = process;
              return (
                <tr key={code}>
                  <th scope="row">{code}</th>
                  <td>
                    {url === '' ? '—' : <DocumentLink url={url}>{nameOf(url)}</DocumentLink>}
                  </td>
                  <td><State process={process} target={targets.get(url)} /></td>
                  <td className={styles.actions}>
                    <Button unavailable={mending.busy !== null} onClick={() => choose(process)}>
                      {url === '' ? texts.Site_ChoosePlan : texts.Site_ChangePlan}<VisuallyHidden> {code}</VisuallyHidden>
                    </Button>
                    {url !== '' && (
                      <Button kind="subtle" unavailable={mending.busy !== null} onClick={() => write(process, null, texts.Site_PlanRemoved)}>
                        {texts.Site_RemovePlan}<VisuallyHidden> {code}</VisuallyHidden>
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {choosing && (
        <ChooseDialog
          process={choosing}
          candidates={found && (found.get(choosing.code) || [])}
          error={searchError}
          onConfirm={(choice) => write(choosing, choice, texts.Site_PlanConfirmed)}
          onClose={() => setChoosing(null)}
        />
      )}
    </section>
  );
};
