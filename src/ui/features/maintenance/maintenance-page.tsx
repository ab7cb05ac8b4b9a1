import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { EmptyState } from '../../components/empty-state/empty-state';
import { LazyPart } from '../../frame';
import base from '../../theme/base.module.scss';
import type { MaintenanceParts } from './parts';

const QuartersSection = React.lazy(() => import(/* webpackChunkName: "maintenance-quarters" */ './quarters'));
const ReviewSection = React.lazy(() => import(/* webpackChunkName: "maintenance-review" */ './review'));
const QualitySection = React.lazy(() => import(/* webpackChunkName: "maintenance-quality" */ './quality'));
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

/** The first page: what keeps the quarter from being closed, and the means to mend it. */
const Overview: React.FC<MaintenanceParts> = (parts) => (
  <>
    <h1 className={base.h1}>{texts.Maintenance_Title}</h1>
    <p>{texts.Maintenance_Intro}</p>
    <QuartersSection {...parts} />
    <ReviewSection {...parts} />
    <QualitySection {...parts} />
  </>
);

/** `null` where there is no such part. */
export function maintenancePage(part: string | null, parts: MaintenanceParts): React.ReactElement | null {
  const Part = part === null ? Overview : PARTS[part as MaintenancePartName];
  if (!Part) return null;
  if (!parts.board.workspace.permissions.plan) return <EmptyState isPage icon="lock" message={texts.Maintenance_PlannersOnly} />;
  return <LazyPart><Part {...parts} /></LazyPart>;
}
