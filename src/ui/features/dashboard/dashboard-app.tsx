import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { OkrApp } from '../../frame';
import type { FrameTab, OkrAppProps, RenderPage } from '../../frame';

const TABS: readonly FrameTab[] = [
  { page: 'dashboard', label: texts.Dashboard_Title },
  { page: 'matrix', label: strings.Shell_Matrix }
];

const renderPage: RenderPage = ({ route }) => (route.page === 'dashboard' ? <h1>{texts.Dashboard_Title}</h1> : null);

/** The web part Tablero. */
export const DashboardApp: React.FC<OkrAppProps> = (props) => (
  <OkrApp {...props} tabs={TABS} scope="dashboard" renderPage={renderPage} />
);
