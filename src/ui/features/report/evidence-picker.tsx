import * as React from 'react';
import * as strings from 'SigaciStrings';
import { isAppError } from '../../../application/errors';
import type { EvidenceEntry, EvidenceLibrary } from '../../../application/ports';
import type { Evidence, ProcessCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { Dialog } from '../../components/dialog/dialog';
import { describeError } from '../../components/error-state/describe-error';
import { Icon } from '../../components/icon/icon';
import { MessageBar } from '../../components/message-bar/message-bar';
import { Shimmer } from '../../components/shimmer/shimmer';
import { formatDay, plural, text } from '../../formatting';
import { sameLink } from './evidence-links';
import styles from './evidence.module.scss';
import { useFolder } from './use-folder';

export interface EvidencePickerProps {
  readonly library: EvidenceLibrary;
  readonly process: ProcessCode;
  /** Already given as evidence: shown ticked. */
  readonly present: readonly Evidence[];
  readonly onPick: (picked: readonly Evidence[]) => void;
  readonly onClose: () => void;
}

/** Folders, then what is called after the process, since several processes may share a folder; else as they come. */
function inOrder(entries: readonly EvidenceEntry[], process: ProcessCode): EvidenceEntry[] {
  const named = (entry: EvidenceEntry): boolean => entry.text.split(/[^\p{L}\d]+/u).indexOf(process) >= 0;
  const folders = entries.filter((entry) => entry.isFolder);
  const files = entries.filter((entry) => !entry.isFolder);
  return [...folders, ...files.filter(named), ...files.filter((entry) => !named(entry))];
}

function why(error: unknown, process: ProcessCode): string {
  return isAppError(error, 'gone') || isAppError(error, 'listMissing') ? text(strings.Report_FolderMissing, { process }) : describeError(error);
}

const Entry: React.FC<{ entry: EvidenceEntry; picked: boolean; present: boolean; onEnter: () => void; onToggle: (on: boolean) => void }> = (
  { entry, picked, present, onEnter, onToggle }
) => {
  if (entry.isFolder) {
    return (
      <button type="button" className={styles.entry} onClick={onEnter}>
        <Icon name="folder" />
        <span className={styles.entryName}>{entry.text}</span>
        <Icon name="right" />
      </button>
    );
  }
  return (
    <label className={styles.entry}>
      <input type="checkbox" checked={picked || present} disabled={present} onChange={(event) => onToggle(event.target.checked)} />
      <span className={styles.entryName}>{entry.text}</span>
      <span className={styles.entryNote}>{present ? strings.Report_AlreadyGiven : formatDay(entry.modified)}</span>
    </label>
  );
};

/** Documents of the process's own folder in SIGACI, to tick one or several. */
export const EvidencePicker: React.FC<EvidencePickerProps> = ({ library, process, present, onPick, onClose }) => {
  const { path, state, enter, up, retry } = useFolder(library, process);
  const [picked, setPicked] = React.useState<readonly Evidence[]>([]);
  const title = React.useRef<HTMLParagraphElement>(null);

  const move = (step: () => void): void => {
    step();
    // The button pressed goes away with its folder.
    if (title.current) title.current.focus();
  };
  const toggle = (entry: EvidenceEntry, on: boolean): void => {
    const others = picked.filter((other) => !sameLink(other.url, entry.url));
    setPicked(on ? [...others, { url: entry.url, text: entry.text }] : others);
  };
  const here = path.length > 0 ? path[path.length - 1].text : strings.Report_Library;

  return (
    <Dialog
      title={strings.Report_EvidencePick}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{strings.Report_Cancel}</Button>
          <Button kind="primary" unavailable={picked.length === 0} onClick={() => onPick(picked)}>
            {picked.length === 0 ? strings.Report_AddDocuments : plural(strings.Report_AddDocumentsCount, picked.length)}
          </Button>
        </>
      )}
    >
      <nav className={styles.path} aria-label={strings.Report_FolderPath}>
        {path.length > 0 && (
          <Button kind="icon" aria-label={strings.Report_FolderUp} title={strings.Report_FolderUp} onClick={() => move(() => up(path.length - 2))}>
            <Icon name="left" />
          </Button>
        )}
        <p ref={title} tabIndex={-1} className={styles.here}>
          {[strings.Report_Library, ...path.map((folder) => folder.text)].join(' › ')}
        </p>
      </nav>
      <div className={styles.entries} aria-busy={state.kind === 'loading'}>
        {state.kind === 'loading' && (
          <div className={styles.loading} role="status" aria-label={strings.Report_FolderLoading}>
            {[1, 2, 3].map((line) => <Shimmer key={line} height={20} />)}
          </div>
        )}
        {state.kind === 'failed' && (
          <MessageBar kind="error" role="alert" actions={<Button onClick={retry}>{strings.Common_Retry}</Button>}>{why(state.error, process)}</MessageBar>
        )}
        {state.kind === 'ready' && state.entries.length === 0 && <p className={styles.empty}>{text(strings.Report_FolderEmpty, { folder: here })}</p>}
        {state.kind === 'ready' && state.entries.length > 0 && (
          <ul>
            {inOrder(state.entries, process).map((entry) => (
              <li key={entry.url}>
                <Entry
                  entry={entry}
                  picked={picked.some((other) => sameLink(other.url, entry.url))}
                  present={present.some((other) => sameLink(other.url, entry.url))}
                  onEnter={() => move(() => enter(entry))}
                  onToggle={(on) => toggle(entry, on)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
};
