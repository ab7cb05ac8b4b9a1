import * as React from 'react';
import * as texts from 'TableroStrings';
import type { Board } from '../../../../application/board';
import { knownProgress } from '../../../../domain';
import type { StrategicObjective, TacticalObjective } from '../../../../domain';
import { RollUpBar } from '../../../components/bar/bar';
import { Button } from '../../../components/button/button';
import { Icon } from '../../../components/icon/icon';
import { Light, LightShape, lightWord } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { plural, rich, shareText, text } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { useWidthClass } from '../../../theme/container-width';
import type { EarlierFigures } from '../trail-input';
import { useOpenList } from '../use-open-list';
import { Change } from './change';
import { changeOf } from './sentences';
import styles from './stand.module.scss';

/** Parameter of the address that names the objectives whose tactical ones are shown where there is little room. */
const OPEN = 'objetivos';

const TacticalRow: React.FC<{ board: Board; objective: TacticalObjective; linked: boolean }> = ({ board, objective, linked }) => {
  const router = useRouter();
  const rollUp = board.rollUps.tactical.get(objective.code);
  if (!rollUp) return null;
  const short = objective.code.split('-').pop();
  const name = <><span className={base.quiet}>{short}</span> {objective.title}</>;
  return (
    <li className={styles.tactical} title={objective.statement}>
      {linked
        ? (
          <RouteLink
            id={`tablero-${objective.code}`}
            className={styles.tacticalName}
            to={router.textOf({ page: 'matrix', params: { buscar: `${objective.code}-`, proceso: 'todos' } })}
          >
            {name}
          </RouteLink>
        )
        : <span className={styles.tacticalName}>{name}</span>}
      <span className={styles.tacticalFigure}>
        <LightShape light={rollUp.light} /><VisuallyHidden>{lightWord(rollUp.light)}</VisuallyHidden>
        <span className={`${base.num} ${base.strong}`}>
          {shareText(knownProgress(rollUp))}
        </span>
      </span>
      <span className={styles.tacticalBar}><RollUpBar rollUp={rollUp} size="list" /></span>
    </li>
  );
};

export interface ObjectiveCardProps {
  readonly board: Board;
  readonly objective: StrategicObjective;
  readonly earlier: EarlierFigures | null;
  /** Leads to today's pages. */
  readonly linked: boolean;
}

/** One strategic objective with its tactical ones. */
export const ObjectiveCard: React.FC<ObjectiveCardProps> = ({ board, objective, earlier, linked }) => {
  const router = useRouter();
  const narrow = useWidthClass() === 'narrow';
  const { isOpen, toggle } = useOpenList(OPEN);
  const { code, title } = objective;
  const rollUp = board.rollUps.strategic.get(code);
  if (!rollUp) return null;
  const change = changeOf(rollUp, earlier ? earlier.rollUps.strategic.get(code) : undefined);
  const tactical = board.workspace.tacticalObjectives.filter(({ strategicObjective }) => strategicObjective === code);
  return (
    <article className={styles.objective} aria-labelledby={`tablero-${code}`}>
      <h3 className={styles.objectiveName} title={objective.statement}>
        <span className={base.quiet}>{code}</span>{' '}
        {linked
          ? <RouteLink id={`tablero-${code}`} to={router.textOf({ page: 'meeting', part: code })}>{title}</RouteLink>
          : <span id={`tablero-${code}`}>{title}</span>}
      </h3>
      <p className={styles.objectiveFigure}>
        <strong className={base.num}>{shareText(knownProgress(rollUp))}</strong>
        <Light light={rollUp.light} />
      </p>
      <RollUpBar rollUp={rollUp} />
      <p className={styles.objectiveNote}>
        {change !== null && earlier && (
          <span>{rich(texts.Stand_Since, { change: <Change change={change} />, quarter: earlier.quarter.split('-').pop() || '' })}</span>
        )}
        <span>{text(texts.Stand_Coverage, { reported: rollUp.reported, total: rollUp.total })}</span>
      </p>
      {narrow && tactical.length > 0 && (
        <Button
          kind="subtle" id={`tablero-tacticos-${code}`} className={styles.showTacticals} aria-expanded={isOpen(code)} onClick={() => toggle(code)}
        >
          {plural(texts.Stand_Tacticals, tactical.length)}<Icon name={isOpen(code) ? 'up' : 'down'} />
        </Button>
      )}
      {(!narrow || isOpen(code)) && (
        <ul className={styles.tacticals}>
          {tactical.map(row => <TacticalRow key={row.code} board={board} objective={row} linked={linked} />)}
        </ul>
      )}
    </article>
  );
};
