import type { LocalStore } from '../../application/ports';
import type { Workspace, WorkspaceScope } from '../../application/workspace';

/** Raised when the shape of a workspace changes: what was kept in another shape is not shown. */
const VERSION = 3;

function keyOf(plan: string | undefined, scope: WorkspaceScope): string {
  return `workspace/${scope}/${plan || 'current'}`;
}

function isWorkspace(value: unknown): value is Workspace {
  if (typeof value !== 'object' || value === null) return false;
  const found = value as Partial<Record<keyof Workspace, unknown>>;
  const lists: readonly (keyof Workspace)[] = [
    'processes', 'strategicObjectives', 'tacticalObjectives', 'keyResults', 'quarters', 'cutoffs', 'checkIns', 'programmedTargets', 'decisions', 'problems'
  ];
  return typeof found.plan === 'object' && found.plan !== null
    && typeof found.user === 'object' && found.user !== null
    && typeof found.readAt === 'string'
    && lists.every((list) => Array.isArray(found[list]));
}

/** What the person saw last time, to show at once while it is read again; `null` when there is nothing usable. */
export function readSeen(store: LocalStore, plan: string | undefined, scope: WorkspaceScope): Workspace | null {
  const kept = store.read(keyOf(plan, scope));
  if (kept === null) return null;
  try {
    const parsed: unknown = JSON.parse(kept);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { version, workspace } = parsed as { version?: unknown; workspace?: unknown };
    return version === VERSION && isWorkspace(workspace) ? workspace : null;
  } catch (error) {
    // Anybody may have written there; what is not JSON is as good as nothing.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** More rows than the browser's 5 MB hold would be turned into text for nothing. */
const KEPT_ROWS = 5000;

/** Keeps what is on screen for the next time; of a plan too large for the browser's storage nothing is kept, older rows neither. */
export function keepSeen(store: LocalStore, plan: string | undefined, scope: WorkspaceScope, workspace: Workspace): void {
  const { keyResults, cutoffs, checkIns, programmedTargets, decisions, dashboard } = workspace;
  const lists: readonly (readonly unknown[])[] = [keyResults, cutoffs, checkIns, programmedTargets, decisions, dashboard ? dashboard.lastReports : []];
  if (lists.reduce((rows, list) => rows + list.length, 0) > KEPT_ROWS) store.remove(keyOf(plan, scope));
  else store.write(keyOf(plan, scope), JSON.stringify({ version: VERSION, workspace }));
}

/** Once SharePoint says that the person may not see it, nothing of it stays on the machine. */
export function forgetSeen(store: LocalStore, plan: string | undefined, scope: WorkspaceScope): void {
  store.remove(keyOf(plan, scope));
}
