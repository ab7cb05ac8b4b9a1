import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { LazyPart, OkrApp } from '../../frame';
import type { FrameTab, OkrAppProps, RenderPage } from '../../frame';
import { DashboardShape } from './dashboard-loading';
import { DashboardPage } from './dashboard-page';
import { SHOW_ALL } from './options';
import type { DashboardOptions } from './options';

const MeetingPage = React.lazy(() => import(/* webpackChunkName: "meeting" */ './meeting/meeting-page'));

const TABS: readonly FrameTab[] = [
  { page: 'dashboard', label: texts.Dashboard_Title },
  { page: 'matrix', label: strings.Shell_Matrix }
];

/** The web part Tablero. @param options what its properties choose, by default everything */
export const DashboardApp: React.FC<OkrAppProps & { options?: DashboardOptions }> = ({ options: given = SHOW_ALL, ...props }) => {
  // Made anew at every change of theme or size; the same choice is the same object.
  const chosen = JSON.stringify(given);
  const options = React.useMemo<DashboardOptions>(() => JSON.parse(chosen), [chosen]);
  const renderPage = React.useCallback<RenderPage>(({ board, route }) => {
    if (route.page === 'dashboard') return <DashboardPage board={board} quarter={route.part} options={options} />;
    if (route.page === 'meeting') {
      return <LazyPart><MeetingPage board={board} objective={route.part} objectives={options.objectives} /></LazyPart>;
    }
    return null;
  }, [options]);
  return <OkrApp {...props} tabs={TABS} scope="dashboard" renderPage={renderPage} loadingShape={<DashboardShape />} />;
};
