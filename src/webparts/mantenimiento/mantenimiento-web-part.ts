import * as React from 'react';
import { MaintenanceApp } from '../../ui/features/maintenance';
import { OkrWebPart } from '../shared/okr-web-part';

/** For planners: quarters, review, data quality, import and export. */
export default class MantenimientoWebPart extends OkrWebPart {
  protected readonly pageTitle = 'Mantenimiento';

  protected makeElement(parts: Parameters<OkrWebPart['makeElement']>[0]): React.ReactElement {
    return React.createElement(MaintenanceApp, parts);
  }
}
