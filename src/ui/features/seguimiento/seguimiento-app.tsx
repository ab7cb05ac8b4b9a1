import * as React from 'react';
import * as strings from 'SigaciStrings';
import { OkrApp } from '../../frame';
import type { FrameTab, OkrAppProps, RenderPage } from '../../frame';
import { MyResults } from '../my-results/my-results';

const TABS: readonly FrameTab[] = [
  { page: 'myResults', label: strings.Shell_MyResults },
  { page: 'matrix', label: strings.Shell_Matrix }
];

const renderPage: RenderPage = ({ board, route, report }) => (
  route.page === 'myResults' ? <MyResults board={board} onReport={report.open} /> : null
);

/** The follow-up web part: my key results, reporting on them, and the responsibility matrix. */
export const SeguimientoApp: React.FC<OkrAppProps> = (props) => (
  <OkrApp {...props} tabs={TABS} scope="plan" renderPage={renderPage} />
);
