import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { text } from '../../formatting';
import base from '../../theme/base.module.scss';

/** Stands where the buttons would, once another plan has taken this one's place; nothing for those who could not decide anyway. */
export const DecidedElsewhere: React.FC<{ board: Board }> = ({ board }) => {
  const { permissions, supersededBy } = board.workspace;
  if (!permissions.decide || supersededBy === null) return null;
  return <p className={`${base.small} ${base.quiet}`}>{text(strings.Decision_PlanOver, { plan: supersededBy })}</p>;
};
