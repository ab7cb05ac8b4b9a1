import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { CheckIn } from '../../../../domain';
import { formatAgo, formatDayMonth, formatNumber, plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import { SectionLink } from '../quarters/closing-points';
import type { MaintenanceParts, QualityCounts } from '../parts';
import type { AgreementState } from '../quarters/use-agreement';
import styles from './overview.module.scss';

const DAY_MS = 86400000;

interface Figure {
  readonly to: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

function oldest(checkIns: readonly CheckIn[], now: Date): string {
  if (checkIns.length === 0) return texts.Closing_NothingPending;
  const first = checkIns.reduce((found, { reportedOn }) => (reportedOn < found ? reportedOn : found), checkIns[0].reportedOn);
  const days = Math.floor((now.getTime() - Date.parse(first)) / DAY_MS);
  return days >= 1 ? plural(texts.Closing_OldestDays, days) : text(texts.Closing_Oldest, { when: formatAgo(first, now) });
}

function disagreeing(agreement: AgreementState): Pick<Figure, 'value' | 'note'> {
  if (agreement.kind !== 'checked') return { value: '—', note: texts.Closing_Unchecked };
  const found = agreement.agreement.disagreements;
  const quarters = Array.from(new Set(found.map(({ quarter }) => quarter))).sort();
  const named = quarters.length > 2 ? plural(texts.Closing_NQuarters, quarters.length) : quarters.join(', ');
  return { value: formatNumber(found.length), note: found.length === 0 ? texts.Closing_Agree : named };
}

/** The page in four figures, each leading to its section. */
export const OverviewStrip: React.FC<MaintenanceParts & { agreement: AgreementState; counts: QualityCounts }> = ({ board, agreement, counts: { total, changing } }) => {
  const { now } = useServices();
  const { workspace, reporting } = board;
  const pending = workspace.checkIns.filter(({ review }) => review === 'pending');
  const windowText = reporting && (reporting.windowOpen ? texts.Closing_WindowEnds : texts.Closing_WindowEnded);
  const figures: readonly Figure[] = [
    {
      to: 'cierre', label: texts.Closing_OpenQuarter, value: reporting ? reporting.quarter.code : texts.Closing_None,
      note: reporting && windowText ? text(windowText, { day: formatDayMonth(reporting.windowEnds) }) : texts.Closing_NoOpenQuarter
    },
    { to: 'revision', label: texts.Closing_ToReviewCount, value: formatNumber(pending.length), note: oldest(pending, now()) },
    { to: 'calidad', label: texts.Closing_DataProblems, value: formatNumber(total), note: changing === 0 ? texts.Quality_NoneChanges : plural(texts.Closing_ChangeFigures, changing) },
    { to: 'cortes', label: texts.Closing_DisagreeingCutoffs, ...disagreeing(agreement) }
  ];
  return (
    <nav className={styles.strip} aria-label={texts.Closing_Sections}>
      {figures.map(({ to, label, value, note }) => (
        <SectionLink key={to} to={to} className={styles.figure}>
          <span className={styles.label}>{label}</span>
          <strong className={styles.value}>{value}</strong>
          <span className={styles.label}>{note}</span>
        </SectionLink>
      ))}
    </nav>
  );
};
