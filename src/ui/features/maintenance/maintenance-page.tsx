import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { EmptyState } from '../../components/empty-state/empty-state';
import { LazyPart } from '../../frame';
import type { MaintenanceParts } from './parts';

const Overview = React.lazy(() => import(/* webpackChunkName: "maintenance-overview" */ './overview'));
const TargetsPage = React.lazy(() => import(/* webpackChunkName: "maintenance-targets" */ './targets'));
const ResponsibilitiesPage = React.lazy(() => import(/* webpackChunkName: "maintenance-responsibilities" */ './responsibilities'));
const ImportExportPage = React.lazy(() => import(/* webpackChunkName: "maintenance-import-export" */ './import-export'));
const SitePage = React.lazy(() => import(/* webpackChunkName: "maintenance-site" */ './site'));

/** The parts of Mantenimiento beside its first page, by the name in their address. */
export type MaintenancePartName = 'metas' | 'responsables' | 'importar-exportar' | 'sitio';

const PARTS: Readonly<Record<MaintenancePartName, React.ComponentType<MaintenanceParts>>> = {
  metas: TargetsPage,
  responsables: ResponsibilitiesPage,
  'importar-exportar': ImportExportPage,
  sitio: SitePage
};

/** `null` where there is no such part. */
export function maintenancePage(part: string | null, parts: MaintenanceParts): React.ReactElement | null {
  const Part: React.ComponentType<MaintenanceParts> | undefined = part === null ? Overview : PARTS[part as MaintenancePartName];
  if (!Part) return null;
  if (!parts.board.workspace.permissions.plan) return <EmptyState isPage icon="lock" message={texts.Maintenance_PlannersOnly} />;
  return <LazyPart><Part {...parts} /></LazyPart>;
}
