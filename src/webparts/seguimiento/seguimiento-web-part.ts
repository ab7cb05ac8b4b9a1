import * as React from 'react';
import { Version } from '@microsoft/sp-core-library';
import { PropertyPaneTextField, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'SigaciStrings';
import { SeguimientoApp } from '../../ui/features/seguimiento';
import { OkrWebPart } from '../shared/okr-web-part';
import { siteAddress } from '../shared/site-address';

/** My key results, check-ins and the responsibility matrix. */
export default class SeguimientoWebPart extends OkrWebPart {
  protected readonly pageTitle = 'Seguimiento';

  protected makeElement(parts: Parameters<OkrWebPart['makeElement']>[0]): React.ReactElement {
    return React.createElement(SeguimientoApp, parts);
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const ownSite = this.context.pageContext.web.absoluteUrl;
    return {
      pages: [{
        header: { description: strings.Pane_Intro },
        groups: [{
          groupFields: [
            PropertyPaneTextField('siteUrl', {
              label: strings.Pane_Site,
              description: strings.Pane_SiteHint,
              placeholder: ownSite,
              deferredValidationTime: 600,
              onGetErrorMessage: (value) => (value.trim() === '' || siteAddress(value, ownSite) ? '' : strings.Pane_SiteBad)
            }),
            PropertyPaneTextField('planCode', { label: strings.Pane_Plan, description: strings.Pane_PlanHint, placeholder: '2021-2023' })
          ]
        }]
      }]
    };
  }
}
