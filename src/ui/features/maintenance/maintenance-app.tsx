import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { OkrApp } from '../../frame';
import type { FrameTab, OkrAppProps, RenderPage } from '../../frame';
import { maintenancePage } from './maintenance-page';

const TABS: readonly FrameTab[] = [
  { page: 'maintenance', label: texts.Maintenance_Title },
  { page: 'maintenance', part: 'metas', label: texts.Maintenance_Targets },
  { page: 'maintenance', part: 'responsables', label: texts.Maintenance_Responsibilities },
  { page: 'maintenance', part: 'importar-exportar', label: texts.Maintenance_ImportExport },
  { page: 'maintenance', part: 'sitio', label: texts.Maintenance_Site }
];

const renderPage: RenderPage = ({ board, route, state }) => (
  route.page === 'maintenance' ? maintenancePage(route.part, { board, state }) : null
);

/** The planners' web part: quarters, review, data quality, targets, import and export, the site itself. */
export const MaintenanceApp: React.FC<OkrAppProps> = (props) => (
  <OkrApp {...props} tabs={TABS} scope="plan" renderPage={renderPage} />
);
