import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { ClosingPoint, OwedByProcess } from '../../../../application/closing';
import type { Board } from '../../../../application/board';
import type { Light as LightName, QuarterCode } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { LightShape } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatDay, formatDayMonth, formatMoment, plural, text } from '../../../formatting';
import { useFrame } from '../../../frame';
import { copyText } from '../../../frame/copy-text';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import styles from './quarters.module.scss';

/** Shape and word of a point: what it does to the closing. */
function severityOf(point: ClosingPoint): { light: LightName; word: string } {
  if (point.weight === 'done') return { light: 'cumplido', word: texts.Closing_PointDone };
  if (point.weight === 'blocks') return { light: 'rojo', word: texts.Closing_PointBlocks };
  if (point.weight === 'decides' && point.kind !== 'windowOpen') return { light: 'rojo', word: texts.Closing_PointDecides };
  return { light: 'amarillo', word: texts.Closing_PointWarns };
}

const DECISIONS: Readonly<Partial<Record<ClosingPoint['kind'], string>>> = {
  windowOpen: texts.Closing_DecideWindow, pendingReviews: texts.Closing_DecideReviews, problems: texts.Closing_DecideProblems
};

/** A reminder for those who owe reports: who owes what, to be copied or written to them. */
const Reminder: React.FC<{ board: Board; quarter: QuarterCode; windowEnds: string; owed: readonly OwedByProcess[] }> = (
  { board, quarter, windowEnds, owed }
) => {
  const router = useRouter();
  const { say } = useFrame();
  const [shown, setShown] = React.useState<string | null>(null);
  const words = ({ process, keyResults }: OwedByProcess): string => [
    text(texts.Closing_RemindFirst, { process, quarter, day: formatDayMonth(windowEnds) }),
    ...keyResults.map(({ code, title }) => `• ${code} ${title}`)
  ].join('\n');
  const copy = (): void => {
    const all = owed.map(words).join('\n\n');
    void copyText(all).then((copied) => {
      if (copied) say(texts.Closing_RemindCopied);
      else setShown(all);
    });
  };
  return (
    <details className={styles.reminder}>
      <summary>{texts.Closing_SeeAndRemind}</summary>
      <ul className={styles.owed}>
        {owed.map((one) => {
          const row = board.workspace.processes.find(({ code }) => code === one.process);
          const emails = row ? row.members.map(({ email }) => email).filter((email) => email !== '') : [];
          const subject = encodeURIComponent(text(texts.Closing_RemindSubject, { process: one.process, quarter }));
          return (
            <li key={one.process}>
              <span className={base.strong}>{one.process}</span>{' '}
              {one.keyResults.map(({ code, title }, index) => (
                <React.Fragment key={code}>
                  {index > 0 && ', '}
                  <RouteLink className={base.num} title={title} to={router.textOf({ page: 'keyResult', keyResult: code })}>{code}</RouteLink>
                </React.Fragment>
              ))}
              {emails.length > 0 && (
                <> · <a href={`mailto:${emails.join(',')}?subject=${subject}&body=${encodeURIComponent(words(one))}`}>
                  {text(texts.Closing_Write, { process: one.process })}
                </a></>
              )}
            </li>
          );
        })}
      </ul>
      <Button onClick={copy}>{texts.Closing_CopyReminder}</Button>
      {shown !== null && <textarea className={base.input} readOnly rows={6} aria-label={texts.Closing_CopyReminder} value={shown} />}
    </details>
  );
};

interface PointProps {
  readonly point: ClosingPoint;
  readonly board: Board;
  readonly quarter: QuarterCode;
  readonly windowEnds: string;
  /** Whether the last check found the cutoffs of the quarter before in agreement; `null` when nobody has checked. */
  readonly agrees: boolean | null;
  readonly onRestore: (quarter: QuarterCode) => void;
}

/** A sentence of which the first part is what matters. */
function sentence(template: string, values: Readonly<Record<string, string | number>>, count = 1): React.ReactNode {
  const [first, ...rest] = plural(template, count, values).split(' // ');
  return <><span className={base.strong}>{first}</span>{rest.length > 0 && <> {rest.join(' ')}</>}</>;
}

function words({ point, board, quarter, windowEnds, agrees, onRestore }: PointProps): React.ReactNode {
  switch (point.kind) {
    case 'clock': {
      const now = new Date(point.serverNow);
      return sentence(texts.Closing_PointClock, { local: formatMoment(point.localNow, now), server: formatMoment(point.serverNow, now) });
    }
    case 'notEnded': return sentence(texts.Closing_PointNotEnded, { quarter, day: formatDay(point.ends) });
    case 'rowsMissing': return (
      <>
        {sentence(texts.Closing_PointRowsMissing, { quarters: point.quarters.join(', ') }, point.quarters.length)}
        <span className={styles.pointActions}>
          {point.quarters.map((code) => <Button key={code} onClick={() => onRestore(code)}>{text(texts.Closing_Restore, { quarter: code })}</Button>)}
        </span>
      </>
    );
    case 'windowOpen': return sentence(texts.Closing_PointWindow, {}, point.daysLeft);
    case 'missingReports': return point.count === 0
      ? text(texts.Closing_PointAllReported, { quarter })
      : (
        <>
          {sentence(texts.Closing_PointMissing, { quarter }, point.count)}
          <Reminder board={board} quarter={quarter} windowEnds={windowEnds} owed={point.byProcess} />
        </>
      );
    case 'pendingReviews': return point.count === 0 ? text(texts.Closing_PointReviewed, { quarter }) : sentence(texts.Closing_PointReviews, {}, point.count);
    case 'returned': return sentence(texts.Closing_PointReturned, {}, point.count);
    case 'problems': return point.count === 0 ? texts.Closing_PointNoProblems : sentence(texts.Closing_PointProblems, {}, point.count);
    case 'previousClosed': return text(
      agrees === null ? texts.Closing_PointPrevious : agrees ? texts.Closing_PointPreviousAgrees : texts.Closing_PointPreviousDiffers, { quarter: point.quarter }
    );
    default: return null;
  }
}

/** What stands at the end of the line: a date, or where to mend it. */
function aside(point: ClosingPoint): React.ReactNode {
  switch (point.kind) {
    case 'windowOpen': return <span className={styles.quietSmall}>{formatDay(point.windowEnds)}</span>;
    case 'previousClosed': return point.closedOn && <span className={styles.quietSmall}>{formatDay(point.closedOn)}</span>;
    case 'pendingReviews': return point.count > 0 && <SectionLink to="revision">{texts.Closing_ToReview}</SectionLink>;
    case 'problems': return point.count > 0 && <SectionLink to="calidad">{texts.Closing_ToMend}</SectionLink>;
    default: return null;
  }
}

/** Leads to a section of the page without touching its address, which is the host's. */
export const SectionLink: React.FC<{ to: string; className?: string }> = ({ to, className, children }) => (
  <a
    className={className}
    href={`#${to}`}
    onClick={(event) => {
      event.preventDefault();
      const section = document.getElementById(to);
      const heading = section && section.querySelector<HTMLElement>('h2');
      if (!section) return;
      section.scrollIntoView({ block: 'start' });
      if (heading) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    }}
  >
    {children}
  </a>
);

export interface ClosingPointsProps extends Omit<PointProps, 'point'> {
  readonly points: readonly ClosingPoint[];
  readonly decided: ReadonlySet<ClosingPoint['kind']>;
  /** `null` where there is nothing left to decide: a closing that was begun. */
  readonly onDecide: ((kind: ClosingPoint['kind'], yes: boolean) => void) | null;
}

/** The checklist before closing: what blocks it, what the planner has to decide, what there is to know, what is in order. */
export const ClosingPoints: React.FC<ClosingPointsProps> = ({ points, decided, onDecide, ...about }) => (
  <ol className={styles.points}>
    {points.map((point) => {
      const { light, word } = severityOf(point);
      return (
        <li key={point.kind} className={styles.point}>
          <span><LightShape light={light} /><VisuallyHidden>{word}</VisuallyHidden></span>
          <div>
            {words({ point, ...about })}
            {point.weight === 'decides' && onDecide && (
              <label className={styles.decision}>
                <input type="checkbox" checked={decided.has(point.kind)} onChange={(event) => onDecide(point.kind, event.target.checked)} />
                {DECISIONS[point.kind]}
              </label>
            )}
          </div>
          <div className={styles.aside}>{aside(point)}</div>
        </li>
      );
    })}
  </ol>
);

/** Whether nothing keeps the quarter from being closed. */
export function mayClose(points: readonly ClosingPoint[], decided: ReadonlySet<ClosingPoint['kind']>): boolean {
  return points.every(({ kind, weight }) => weight !== 'blocks' && (weight !== 'decides' || decided.has(kind)));
}

