import * as React from 'react';
import * as texts from 'TableroStrings';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatTenths } from '../../../formatting';
import base from '../../../theme/base.module.scss';

/** `▲ 6,0`: a difference in points, its direction in words for whoever does not see the arrow. */
export const Change: React.FC<{ change: number }> = ({ change }) => {
  const tenths = Math.round(change * 1000) / 10;
  const [arrow, word] = tenths > 0 ? ['▲', texts.Change_Up] : tenths < 0 ? ['▼', texts.Change_Down] : ['=', texts.Change_Same];
  return (
    <span className={base.num}>
      <span aria-hidden="true">{arrow} </span><VisuallyHidden>{word} </VisuallyHidden>{formatTenths(Math.abs(tenths))}
    </span>
  );
};
