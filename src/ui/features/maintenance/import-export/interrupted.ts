import type { LocalStore } from '../../../../application/ports';

/** A run that never came to its end: the page was closed, or the connection lost. */
export interface Interrupted {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  /** ISO */
  readonly at: string;
}

const KEY = 'import/interrupted';

export function keepInterrupted(store: LocalStore, run: Interrupted): void {
  store.write(KEY, JSON.stringify(run));
}

export function clearInterrupted(store: LocalStore): void {
  store.remove(KEY);
}

/** `null` when there is none, or nothing usable was found there. */
export function readInterrupted(store: LocalStore): Interrupted | null {
  const kept = store.read(KEY);
  if (kept === null) return null;
  try {
    const { name, done, total, at } = JSON.parse(kept) as Partial<Record<keyof Interrupted, unknown>>;
    return typeof name === 'string' && typeof done === 'number' && typeof total === 'number' && typeof at === 'string' ? { name, done, total, at } : null;
  } catch (error) {
    // Anybody may have written there; what is not JSON is as good as nothing.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
