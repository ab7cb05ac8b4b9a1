import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import type { Board } from '../../../../application/board';
import { knownProgress } from '../../../../domain';
import type { Decision, StrategicObjective } from '../../../../domain';
import { RollUpBar } from '../../../components/bar/bar';
import { confidenceWord } from '../../../components/confidence/confidence';
import { Icon } from '../../../components/icon/icon';
import { Light } from '../../../components/light/light';
import { formatPercent, rich, shareText, text } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { dueWords, responsibleWords } from '../../decisions/decision-words';
import { Change } from '../stand/change';
import { changeOf } from '../stand/sentences';
import type { EarlierFigures } from '../trail-input';
import type { Reason, Topic } from './agenda';
import styles from './meeting.module.scss';

const REASONS: Readonly<Record<Reason, string>> = {
  atRisk: '',
  overdueDecision: texts.Meeting_ReasonOverdue,
  lowConfidence: texts.Meeting_ReasonConfidence,
  stale: '',
  returned: texts.Meeting_ReasonReturned,
  withoutResponsible: texts.Meeting_ReasonNobody,
  neverReported: texts.Meeting_ReasonSilent,
  withoutTarget: ''
};

interface ObjectiveProps {
  readonly board: Board;
  readonly objective: StrategicObjective;
  readonly earlier: EarlierFigures | null;
}

/** Where one objective stands, large enough for the far end of the table. */
export const ObjectiveFigures: React.FC<ObjectiveProps> = ({ board, objective, earlier }) => {
  const rollUp = board.rollUps.strategic.get(objective.code);
  if (!rollUp) return null;
  const change = changeOf(rollUp, earlier ? earlier.rollUps.strategic.get(objective.code) : undefined);
  const tactical = board.workspace.tacticalObjectives.filter(({ strategicObjective }) => strategicObjective === objective.code);
  return (
    <>
      <div className={styles.big}>
        <strong className={styles.bigFigure}>{shareText(knownProgress(rollUp))}</strong>
        <div>
          <RollUpBar rollUp={rollUp} size="headline" />
          <p className={styles.bigCaption}>
            <Light light={rollUp.light} />
            {rollUp.expected !== null && (
              <span>{text(texts.Meeting_Expected, { expected: formatPercent(Math.min(1, rollUp.expected)) })}</span>
            )}
            {change !== null && earlier && (
              <span>{rich(texts.Meeting_Since, { change: <Change change={change} />, quarter: earlier.quarter })}</span>
            )}
            <span>{text(texts.Stand_Coverage, { reported: rollUp.reported, total: rollUp.total })}</span>
          </p>
        </div>
      </div>
      <ul className={styles.tacticals}>
        {tactical.map(({ code, title, statement }) => {
          const own = board.rollUps.tactical.get(code);
          return own && (
            <li key={code} title={statement}>
              <p className={styles.tacticalName}><span className={base.quiet}>{code.split('-').pop()}</span> {title}</p>
              <RollUpBar rollUp={own} />
              <p className={styles.tacticalFigure}>
                <Light light={own.light} />
                <span className={`${base.strong} ${base.num}`}>{shareText(knownProgress(own))}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** `OE1-OT2-R7 · COOP · 40 % de 92 % esperado · confianza baja` */
function originOf({ status, report, reasons }: Topic): string {
  const { keyResult, progress, expected, accumulated } = status;
  const confidence = report ? report.confidence : accumulated.confidence;
  return [
    keyResult.code,
    keyResult.processes.join(', ') || texts.Needs_Nobody,
    progress !== null && expected !== null && text(texts.Meeting_OfExpected, {
      progress: formatPercent(progress), expected: formatPercent(Math.min(1, expected))
    }),
    confidence && confidenceWord(confidence).toLowerCase(),
    // What the line says already is no reason to repeat.
    ...reasons.filter(reason => reason !== 'withoutResponsible' && reason !== 'lowConfidence').map(reason => REASONS[reason])
  ].filter(Boolean).join(' · ');
}

const TopicDetails: React.FC<{ board: Board; topic: Topic }> = ({ board, topic }) => {
  const router = useRouter();
  const { report, decisions, status, reasons } = topic;
  const { code } = status.keyResult;
  const said = report ? report.obstacles.trim() || report.narrative.trim() : '';
  const next = report ? report.nextStep.trim() : '';
  return (
    <div className={styles.details}>
      <p className={`${base.small} ${base.quiet}`}>{originOf(topic)}</p>
      {(said !== '' || next !== '') && (
        <blockquote className={styles.quote}>
          {said !== '' && `«${said}»`} {next !== '' && <span className={base.quiet}>{texts.Needs_NextStepLabel} {next}</span>}
        </blockquote>
      )}
      {said === '' && next === '' && <p className={styles.quote}>{texts.Needs_NoWords}</p>}
      {reasons.indexOf('returned') >= 0 && report && report.reviewNote !== '' && (
        <p className={base.small}>{text(texts.Meeting_ReturnedBecause, { note: report.reviewNote })}</p>
      )}
      {decisions.map((decision: Decision) => (
        <p key={decision.id} className={base.small}>
          <Icon name="note" className={styles.noteIcon} />{' '}
          {[decision.title, responsibleWords(decision), dueWords(decision, board.today)].join(' · ')}
        </p>
      ))}
      <p>
        <RouteLink id={`reunion-kr-${code}`} to={router.textOf({ page: 'keyResult', keyResult: code })}>{text(texts.Meeting_OpenResult, { code })}</RouteLink>
      </p>
    </div>
  );
};

export interface AgendaProps {
  readonly board: Board;
  readonly topics: readonly Topic[];
  /** Code of the topic that is discussed. */
  readonly chosen: string | null;
  /** Codes that something was decided on in this meeting. */
  readonly decided: ReadonlySet<string>;
  readonly onChoose: (code: string) => void;
}

/** The agenda: what needs a decision in this objective; the topic that is discussed shows the reporter's own words. */
export const Agenda: React.FC<AgendaProps> = ({ board, topics, chosen, decided, onChoose }) => (
  <section className={styles.agenda} aria-labelledby="reunion-agenda">
    <h2 id="reunion-agenda" className={base.h3}>{texts.Meeting_Agenda}</h2>
    {topics.length === 0 && <p className={base.quiet}>{texts.Meeting_Nothing}</p>}
    <ol>
      {topics.map((topic, index) => {
        const { code, title } = topic.status.keyResult;
        const isChosen = code === chosen;
        return (
          <li key={code} className={isChosen ? styles.chosen : undefined} aria-current={isChosen ? 'true' : undefined}>
            <button type="button" id={`reunion-${code}`} className={styles.topic} aria-expanded={isChosen} onClick={() => onChoose(code)}>
              <span className={styles.place} aria-hidden="true">{index + 1}</span>
              <span className={styles.topicTitle}>{title}</span>
              <span className={styles.topicState}>
                {decided.has(code)
                  ? <span className={styles.decided}><Icon name="ok" />{texts.Meeting_Decided}</span>
                  : <Light light={topic.status.light} />}
              </span>
            </button>
            {isChosen && <TopicDetails board={board} topic={topic} />}
          </li>
        );
      })}
    </ol>
  </section>
);

/** What was decided in this meeting so far. */
export const DecidedToday: React.FC<{ board: Board; decisions: readonly Decision[] }> = ({ board, decisions }) => (
  <section className={styles.decidedToday} aria-labelledby="reunion-decisiones">
    <h2 id="reunion-decisiones" className={`${base.small} ${base.strong}`}>{texts.Meeting_DecidedToday}</h2>
    {decisions.length === 0 && <p className={`${base.small} ${base.quiet}`}>{texts.Meeting_NoneYet}</p>}
    <ul>
      {decisions.map(decision => (
        <li key={decision.id}>
          <span>{decision.title} <span className={base.quiet}>({decision.keyResult || decision.strategicObjective || strings.Decision_AboutPlan})</span></span>
          <span className={`${base.quiet} ${base.num}`}>{dueWords(decision, board.today)}</span>
        </li>
      ))}
    </ul>
  </section>
);
