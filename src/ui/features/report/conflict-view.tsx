import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { ChangedCheckIn } from '../../../application/ports';
import type { Person } from '../../../domain';
import { MessageBar } from '../../components/message-bar/message-bar';
import { formatDay, formatMoment, text } from '../../formatting';
import type { ConflictField, Difference, Side } from './conflict';
import styles from './conflict-view.module.scss';

function whoAndWhen(theirs: ChangedCheckIn, user: Person, now: Date): string {
  const { changedBy, changedOn } = theirs;
  if (!changedOn) return strings.Report_ConflictSomebody;
  const moment = formatMoment(changedOn, now);
  const when = text(formatDay(changedOn) === formatDay(now) ? strings.Report_AtTime : strings.Report_OnDay, { moment });
  if (!changedBy) return text(strings.Report_ConflictSomebodyAt, { when });
  const mine = changedBy.login.toLowerCase() === user.login.toLowerCase();
  return mine ? text(strings.Report_ConflictYourself, { when }) : text(strings.Report_ConflictBy, { who: changedBy.name, when });
}

export interface ConflictViewProps {
  readonly id: string;
  readonly theirs: ChangedCheckIn;
  readonly user: Person;
  readonly now: Date;
  readonly differences: readonly Difference[];
  readonly chosen: Readonly<Partial<Record<ConflictField, Side>>>;
  readonly onChoose: (field: ConflictField, side: Side) => void;
}

/** Both versions of a report side by side, for the person to choose, field by field if need be. */
export const ConflictView: React.FC<ConflictViewProps> = ({ id, theirs, user, now, differences, chosen, onChoose }) => {
  const heading = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (heading.current) heading.current.focus();
  }, []);
  return (
    <div className={styles.conflict}>
      <div ref={heading} tabIndex={-1} className={styles.heading}>
        <MessageBar kind="warning" role="alert">{whoAndWhen(theirs, user, now)} {strings.Report_ConflictChoose}</MessageBar>
      </div>
      {differences.map(({ field, label, ...words }) => (
        <fieldset key={field} className={styles.field}>
          <legend className={styles.label}>{label}</legend>
          <div className={styles.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className={styles.side}>
                <input
                  type="radio"
                  name={`${id}-${field}`}
                  checked={(chosen[field] || 'mine') === side}
                  onChange={() => onChoose(field, side)}
                />
                <span className={styles.face}>
                  {side === 'mine' ? strings.Report_Mine : strings.Report_Theirs}
                  <span className={styles.words}>{words[side] || strings.Report_Nothing}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
};
