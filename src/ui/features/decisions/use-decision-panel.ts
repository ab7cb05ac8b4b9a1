import * as React from 'react';
import type { Decision } from '../../../domain';
import { useRouter } from '../../routing';

/** Parameter of the route that says which decision is being changed. */
const EDITED = 'decision';
/** Parameter that says what a new decision is about. */
const DECIDE = 'decidir';

export interface DecisionPanelState {
  /** Code the new decision is about, `null` when none is being recorded. */
  readonly about: string | null;
  /** Id of the decision being changed. */
  readonly edited: number | null;
  open(about: string): void;
  edit(decision: Decision): void;
  close(): void;
}

/** The decision panel as a step of its own: going back closes it, and a link can lead into it. */
export function useDecisionPanel(): DecisionPanelState {
  const router = useRouter();
  const latest = React.useRef(router);
  latest.current = router;
  const { params } = router.route;
  const id = Number(params[EDITED]);
  return {
    about: params[DECIDE] || null,
    edited: id > 0 ? id : null,
    open: React.useCallback((about: string) => latest.current.openOver({ [DECIDE]: about }), []),
    edit: React.useCallback((decision: Decision) => latest.current.openOver({ [EDITED]: String(decision.id) }), []),
    close: React.useCallback(() => latest.current.closeOver([DECIDE, EDITED]), [])
  };
}
