import * as React from 'react';
import * as ReactDom from 'react-dom';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as strings from 'SigaciStrings';

export default class SeguimientoWebPart extends BaseClientSideWebPart<{ siteUrl: string }> {
  public render(): void {
    ReactDom.render(React.createElement('p', null, strings.Common_AppName), this.domElement);
  }
  protected onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
