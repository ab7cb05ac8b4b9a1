import * as React from 'react';
import type { DecisionPanelProps } from '../parts';

const Panel = React.lazy(() => import(/* webpackChunkName: "decision-panel" */ '../../decisions'));

/** Records a decision from anywhere on the page; always on today's plan, whatever quarter is shown. */
export const DashboardDecisionPanel: React.FC<DecisionPanelProps> = ({ parts, subject, onClose }) => (
  <Panel board={parts.live} subject={subject} onClose={onClose} />
);
