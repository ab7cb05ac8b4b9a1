import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResultCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { EmptyState } from '../../components/empty-state/empty-state';
import type { IconName } from '../../components/icon/icon';
import { formatDayMonth, text } from '../../formatting';
import type { Hindrance } from './eligibility';

function words(hindrance: Hindrance): string {
  switch (hindrance.kind) {
    case 'unknown': return strings.Report_HinderedUnknown;
    case 'alias': return text(strings.Report_HinderedAlias, { code: hindrance.original });
    case 'inactive': return strings.Report_HinderedInactive;
    case 'noPermission': return strings.Report_HinderedPermission;
    case 'noProcess': return strings.Report_HinderedNoProcess;
    case 'nobody': return strings.Report_HinderedNobody;
    case 'notMine': return text(strings.Report_HinderedNotMine, { processes: hindrance.processes.join(', ') });
    case 'quarterClosed': return text(strings.Report_QuarterClosed, { quarter: hindrance.quarter });
    case 'notBegun': return text(strings.Report_HinderedNotBegun, { quarter: hindrance.next.code, day: formatDayMonth(hindrance.next.start) });
    case 'planOver': return text(strings.Report_HinderedPlanOver, { plan: hindrance.next });
    case 'noQuarter': return strings.Report_HinderedNoQuarter;
    case 'notYours': return strings.Report_HinderedNotYours;
  }
}

const LOCKED: readonly Hindrance['kind'][] = ['noPermission', 'noProcess', 'notMine', 'quarterClosed', 'notYours', 'planOver'];

function iconOf(hindrance: Hindrance): IconName {
  if (hindrance.kind === 'notBegun' || hindrance.kind === 'noQuarter') return 'clock';
  return LOCKED.indexOf(hindrance.kind) >= 0 ? 'lock' : 'info';
}

export interface CannotReportProps {
  readonly hindrance: Hindrance;
  readonly onClose: () => void;
  /** Opens the key result whose figures this one shows. */
  readonly onGoTo: (code: KeyResultCode) => void;
}

/** Stands in place of the form: why there is none, and what to do instead. */
export const CannotReport: React.FC<CannotReportProps> = ({ hindrance, onClose, onGoTo }) => (
  <EmptyState
    icon={iconOf(hindrance)}
    message={words(hindrance)}
    actions={hindrance.kind === 'alias'
      ? <Button kind="primary" onClick={() => onGoTo(hindrance.original)}>{text(strings.Report_GoTo, { code: hindrance.original })}</Button>
      : <Button onClick={onClose}>{strings.Common_Close}</Button>}
  />
);
