import * as React from 'react';
import type { EvidenceEntry, EvidenceLibrary } from '../../../application/ports';
import type { Evidence, ProcessCode } from '../../../domain';

export type FolderState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly entries: readonly EvidenceEntry[] }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Folder {
  /** Folders gone into below the process's own, outermost first. */
  readonly path: readonly Evidence[];
  readonly state: FolderState;
  readonly enter: (folder: Evidence) => void;
  /** Goes up to the folder at a position of the path; -1 is the process's own. */
  readonly up: (index: number) => void;
  readonly retry: () => void;
}

/** Walks the process's folder in the library, a request a folder; one already seen is not asked for again. */
export function useFolder(evidence: EvidenceLibrary, process: ProcessCode): Folder {
  const [path, setPath] = React.useState<readonly Evidence[]>([]);
  const [state, setState] = React.useState<FolderState>({ kind: 'loading' });
  const [attempt, setAttempt] = React.useState(0);
  const seen = React.useRef(new Map<string, readonly EvidenceEntry[]>());
  const folder = path.length > 0 ? path[path.length - 1].url : undefined;

  React.useEffect(() => {
    const key = folder || '';
    const known = seen.current.get(key);
    if (known) {
      setState({ kind: 'ready', entries: known });
      return undefined;
    }
    let current = true;
    setState({ kind: 'loading' });
    evidence.list(process, folder).then(
      (entries) => {
        seen.current.set(key, entries);
        if (current) setState({ kind: 'ready', entries });
      },
      (error: unknown) => {
        if (current) setState({ kind: 'failed', error });
      }
    );
    return () => {
      current = false;
    };
  }, [evidence, process, folder, attempt]);

  return {
    path,
    state,
    enter: (entry) => setPath([...path, { url: entry.url, text: entry.text }]),
    up: (index) => setPath(path.slice(0, index + 1)),
    retry: () => setAttempt(attempt + 1)
  };
}
