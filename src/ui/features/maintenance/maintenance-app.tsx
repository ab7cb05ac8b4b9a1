import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { OkrApp } from '../../frame';
import type { FrameTab, OkrAppProps, RenderPage } from '../../frame';

const TABS: readonly FrameTab[] = [
  { page: 'maintenance', label: texts.Maintenance_Title }
];

const renderPage: RenderPage = ({ route }) => (route.page === 'maintenance' ? <h1>{texts.Maintenance_Title}</h1> : null);

/** The web part Mantenimiento. */
export const MaintenanceApp: React.FC<OkrAppProps> = (props) => (
  <OkrApp {...props} tabs={TABS} scope="plan" renderPage={renderPage} />
);
