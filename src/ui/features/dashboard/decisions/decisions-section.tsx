import * as React from 'react';
import * as texts from 'TableroStrings';
import type { Board } from '../../../../application/board';
import { canDecide } from '../../../../application/decisions';
import { isOverdue, sortDecisions } from '../../../../domain';
import type { Day, Decision } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Chip } from '../../../components/chip/chip';
import { ErrorState } from '../../../components/error-state/error-state';
import { plural, text } from '../../../formatting';
import { LazyPart } from '../../../frame';
import { useRouter } from '../../../routing';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { DecidedElsewhere } from '../../decisions/decided-elsewhere';
import { DecisionList } from '../../decisions/decision-list';
import { useDecisionChanges } from '../../decisions/use-decision-changes';
import { useDecisionPanel } from '../../decisions/use-decision-panel';
import frame from '../dashboard.module.scss';
import type { DashboardParts } from '../parts';
import styles from './decisions-section.module.scss';
import { useAllDecisions } from './use-all-decisions';

const DecisionPanel = React.lazy(() => import(/* webpackChunkName: "decision-panel" */ '../../decisions'));

/** Parameter of the address that says which decisions are shown. */
const FILTER = 'decisiones';
const FILTERS = ['abiertas', 'vencidas', 'cumplidas', 'descartadas'] as const;
type Filter = typeof FILTERS[number];

const WORDS: Readonly<Record<Filter, string>> = {
  abiertas: texts.Decisions_Open, vencidas: texts.Decisions_Overdue, cumplidas: texts.Decisions_Done, descartadas: texts.Decisions_Dropped
};

function passes(decision: Decision, filter: Filter, today: Day): boolean {
  switch (filter) {
    case 'abiertas': return decision.state === 'Abierta';
    case 'vencidas': return isOverdue(decision, today);
    case 'cumplidas': return decision.state === 'Cumplida';
    case 'descartadas': return decision.state === 'Descartada';
  }
}

/** `3 abiertas y 1 vencida.` */
export function decisionsSentence({ workspace, today }: Board): string {
  const overdue = workspace.decisions.filter(decision => isOverdue(decision, today)).length;
  return text(texts.Decisions_Sentence, {
    open: plural(texts.Decisions_OpenCount, workspace.decisions.length),
    overdue: overdue === 0 ? texts.Decisions_NoneOverdue : plural(texts.Decisions_OverdueCount, overdue)
  });
}

/** The committee's decisions and how they stand, by state. */
export const DecisionsSection: React.FC<DashboardParts> = ({ live, frozen, onDecide }) => {
  const router = useRouter();
  const { links } = useServices();
  const asked = router.route.params[FILTER] as Filter;
  const filter = FILTERS.indexOf(asked) >= 0 ? asked : 'abiertas';
  const isClosed = filter === 'cumplidas' || filter === 'descartadas';
  const panel = useDecisionPanel();
  const { decisions, reading, error, keep, retry } = useAllDecisions(live, isClosed || panel.edited !== null);
  const changes = useDecisionChanges(keep);
  const may = canDecide(live.workspace);
  const shown = sortDecisions(decisions.filter(decision => passes(decision, filter, live.today)));
  const edited = panel.edited === null ? undefined : decisions.find(({ id }) => id === panel.edited);
  const none = live.workspace.decisions.length === 0;
  const choose = (next: Filter): void => router.setParams({ [FILTER]: next === 'abiertas' ? null : next }, { replace: true });

  const list = (): React.ReactNode => {
    if (isClosed && error) return <ErrorState error={error} links={links} onRetry={retry} />;
    if (isClosed && reading) return <p className={base.quiet} role="status">{texts.Decisions_Reading}</p>;
    if (shown.length === 0) return <p className={base.quiet}>{none && filter === 'abiertas' ? texts.Decisions_None : texts.Decisions_NoneHere}</p>;
    return <DecisionList board={live} decisions={shown} withSubject changes={may ? changes : undefined} onEdit={may ? panel.edit : undefined} />;
  };

  return (
    <section className={frame.section} aria-labelledby="dashboard-decisions">
      <div className={frame.title}>
        <div>
          <h2 id="dashboard-decisions" className={base.h2}>{texts.Decisions_Title}</h2>
          {!none && <p className={base.quiet}>{decisionsSentence(live)}{frozen && ` ${texts.Decisions_Today}`}</p>}
        </div>
        {may && onDecide && (
          <Button id="decide-plan" onClick={() => onDecide({ keyResult: null, strategicObjective: null })}>{texts.Decisions_Record}</Button>
        )}
        <DecidedElsewhere board={live} />
      </div>
      <div className={styles.filters} role="group" aria-label={texts.Decisions_Filter}>
        {FILTERS.map(name => (
          <Chip
            key={name}
            pressed={name === filter}
            onToggle={() => choose(name === filter ? 'abiertas' : name)}
            count={name === 'abiertas' || name === 'vencidas' ? decisions.filter(decision => passes(decision, name, live.today)).length : undefined}
          >
            {WORDS[name]}
          </Chip>
        ))}
      </div>
      {list()}
      {may && edited && (
        <LazyPart over>
          <DecisionPanel
            key={edited.id}
            board={live}
            subject={{ keyResult: edited.keyResult, strategicObjective: edited.strategicObjective }}
            decision={edited}
            onClose={panel.close}
            onChange={keep}
          />
        </LazyPart>
      )}
    </section>
  );
};
