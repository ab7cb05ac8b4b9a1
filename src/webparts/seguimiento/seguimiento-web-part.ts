import * as React from 'react';
import { SeguimientoApp } from '../../ui/features/seguimiento';
import { OkrWebPart } from '../shared/okr-web-part';

/** My key results, check-ins and the responsibility matrix. */
export default class SeguimientoWebPart extends OkrWebPart {
  protected readonly pageTitle = 'Seguimiento';

  protected makeElement(parts: Parameters<OkrWebPart['makeElement']>[0]): React.ReactElement {
    return React.createElement(SeguimientoApp, parts);
  }
}
