import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import type { Board } from '../../../../application/board';
import { canDecide } from '../../../../application/decisions';
import type { Decision, StrategicObjective } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Icon } from '../../../components/icon/icon';
import { LightShape, lightWord } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatLongDay, plural, text } from '../../../formatting';
import { useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { DecidedElsewhere } from '../../decisions/decided-elsewhere';
import { DecisionFields, SaveButton, StoredWhere } from '../../decisions/decision-form';
import type { DecisionSubject } from '../../decisions/decision-draft';
import { useDecisionChanges } from '../../decisions/use-decision-changes';
import { useDecisionForm } from '../../decisions/use-decision-form';
import { earlierFigures } from '../trail-input';
import { agendaOf, decisionsOfToday } from './agenda';
import { Agenda, DecidedToday, ObjectiveFigures } from './meeting-objective';
import { MeetingStage } from './meeting-stage';
import styles from './meeting.module.scss';

/** Parameter of the address that says what is being discussed: the code of a key result, or of the objective itself. */
const TOPIC = 'tema';

interface RecorderProps {
  readonly board: Board;
  readonly subject: DecisionSubject;
  readonly onChange: (id: number, decision: Decision | null) => void;
}

/** Writes a decision down without leaving the meeting; says so on the stage it stands on. */
const Recorder: React.FC<RecorderProps> = ({ board, subject, onChange }) => {
  const { saved } = useDecisionChanges(onChange);
  const form = useDecisionForm({ board, subject, decision: null, onSaved: saved });
  const id = 'reunion-decision';
  return (
    <DecisionFields board={board} form={form} formId={id} isEdit={false}>
      <SaveButton form={form} formId={id} className={styles.save} />
      <StoredWhere />
    </DecisionFields>
  );
};

export interface MeetingPageProps {
  readonly board: Board;
  /** Code of the objective discussed; the first when absent. */
  readonly objective: string | null;
  /** Codes of the objectives the web part shows; empty: all. */
  readonly objectives: readonly string[];
}

/** Everything the page is made of but how it looks. */
function useMeeting({ board, objective: asked, objectives: chosenOnes }: MeetingPageProps) {
  const router = useRouter();
  const all = board.workspace.strategicObjectives;
  const some = all.filter(({ code }) => chosenOnes.indexOf(code) >= 0);
  const objectives = some.length > 0 ? some : all;
  const index = Math.max(0, objectives.findIndex(({ code }) => code === asked));
  const objective: StrategicObjective | undefined = objectives[index];
  const topics = React.useMemo(() => (objective ? agendaOf(board, objective.code) : []), [board, objective]);
  const [recorded, setRecorded] = React.useState<readonly Decision[]>([]);
  const keep = React.useCallback((id: number, decision: Decision | null) => {
    setRecorded(now => [...now.filter(row => row.id !== id), ...(decision ? [decision] : [])]);
  }, []);
  const wanted = router.route.params[TOPIC];
  const onObjective = objective !== undefined && (wanted === objective.code || topics.length === 0);
  const topic = onObjective ? -1 : Math.max(0, topics.findIndex(({ status }) => status.keyResult.code === wanted));
  const latest = React.useRef(router);
  latest.current = router;

  const goTo = (to: StrategicObjective, about: string | null): void => {
    const { textOf, navigate } = latest.current;
    navigate(textOf({ page: 'meeting', part: to.code, params: about === null ? {} : { [TOPIC]: about } }), { replace: true });
  };
  return {
    objectives, objective, index, topics, topic, keep,
    decisions: decisionsOfToday(board, recorded),
    earlier: React.useMemo(() => earlierFigures({ board, live: board, frozen: null, planObjectives: all.length }), [board, all.length]),
    step: (by: -1 | 1): void => {
      const next = objectives[index + by];
      if (next) goTo(next, null);
    },
    goTo,
    discuss: (code: string): void => { if (objective) goTo(objective, code); },
    leave: (): void => latest.current.leave(latest.current.textOf({ page: 'dashboard' }))
  };
}

/** Moves the focus to the objective's name when another one is shown: what is read out then is what is on screen. */
function useHeadingFocus(code: string): React.RefObject<HTMLHeadingElement> {
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => { if (heading.current) heading.current.focus({ preventScroll: true }); }, [code]);
  return heading;
}

interface MeetingProps {
  readonly board: Board;
  readonly model: ReturnType<typeof useMeeting>;
  readonly objective: StrategicObjective;
}

const Meeting: React.FC<MeetingProps> = ({ board, model, objective }) => {
  const { objectives, index, topics, topic, decisions } = model;
  const heading = useHeadingFocus(objective.code);
  const may = canDecide(board.workspace);
  const current = topic < 0 ? null : topics[topic].status.keyResult.code;
  const subject: DecisionSubject = { keyResult: current, strategicObjective: objective.code };
  const counted = [
    topics.length > 0 && topic >= 0 && text(texts.Meeting_Topic, { n: topic + 1, of: topics.length }),
    plural(texts.Meeting_Recorded, decisions.length)
  ].filter(Boolean).join(' · ');
  const isFirst = index === 0;
  const isLast = index === objectives.length - 1;
  return (
    <MeetingStage onLeave={model.leave} onStep={model.step}>
      {fullScreen => (
        <>
          <header className={styles.top}>
            <span className={base.strong}>{texts.Meeting_Committee}</span>
            <span className={`${base.quiet} ${styles.wideOnly}`}>{formatLongDay(board.today)}</span>
            <span className={styles.topEnd}>
              <span className={`${base.small} ${base.quiet} ${styles.wideOnly}`} role="status">{counted}</span>
              {fullScreen.possible && (
                <Button kind="subtle" className={styles.wideOnly} onClick={fullScreen.enter}>{texts.Meeting_FullScreen}</Button>
              )}
              <Button onClick={model.leave}>{texts.Meeting_Leave} <kbd className={styles.key} aria-hidden="true">Esc</kbd></Button>
            </span>
          </header>
          <div className={styles.middle}>
            <div className={styles.left}>
              <p className={base.quiet}>{objective.code}</p>
              <h1 ref={heading} className={styles.title} tabIndex={-1}>{objective.title}</h1>
              <p className={styles.statement}>{objective.statement}</p>
              <ObjectiveFigures board={board} objective={objective} earlier={model.earlier} />
              <Agenda
                board={board}
                topics={topics}
                chosen={current}
                decided={new Set(decisions.flatMap(({ keyResult }) => (keyResult === null ? [] : [keyResult])))}
                onChoose={model.discuss}
              />
            </div>
            <aside className={styles.right} aria-label={strings.Decision_List}>
              {may && (
                <>
                  <div>
                    <h2 className={base.h2}>{strings.Decision_Title}</h2>
                    <p className={`${base.small} ${base.quiet}`}>
                      {text(strings.Decision_About, { code: current || objective.code })}
                      {current !== null && (
                        <Button kind="subtle" className={styles.aboutObjective} onClick={() => model.discuss(objective.code)}>
                          {text(texts.Meeting_AboutObjective, { code: objective.code })}
                        </Button>
                      )}
                    </p>
                  </div>
                  <Recorder key={current || objective.code} board={board} subject={subject} onChange={model.keep} />
                </>
              )}
              <DecidedElsewhere board={board} />
              <DecidedToday board={board} decisions={decisions} />
            </aside>
          </div>
          <footer className={styles.foot}>
            <Button onClick={() => model.step(-1)} unavailable={isFirst}>
              <Icon name="left" />{texts.Meeting_Previous} <kbd className={styles.key} aria-hidden="true">←</kbd>
            </Button>
            <nav className={styles.steps} aria-label={texts.Meeting_Objectives}>
              {objectives.map(row => {
                const rollUp = board.rollUps.strategic.get(row.code);
                const light = rollUp ? rollUp.light : 'sinDato';
                return (
                  <button
                    key={row.code}
                    type="button"
                    className={styles.step}
                    aria-current={row.code === objective.code ? 'step' : undefined}
                    onClick={() => model.goTo(row, null)}
                  >
                    <LightShape light={light} /><VisuallyHidden>{lightWord(light)}</VisuallyHidden>
                    <span>{row.code}</span> <span className={styles.stepTitle}>{row.title}</span>
                  </button>
                );
              })}
            </nav>
            <Button kind="primary" onClick={() => model.step(1)} unavailable={isLast}>
              {texts.Meeting_Next} <kbd className={styles.key} aria-hidden="true">→</kbd><Icon name="right" />
            </Button>
          </footer>
        </>
      )}
    </MeetingStage>
  );
};

/** Meeting mode: one objective at a time, its agenda, and what is decided, written down on the spot. */
const MeetingPage: React.FC<MeetingPageProps> = props => {
  const model = useMeeting(props);
  if (!model.objective) return <EmptyState icon="info" message={texts.Dashboard_Empty} />;
  return <Meeting board={props.board} model={model} objective={model.objective} />;
};

export default MeetingPage;
