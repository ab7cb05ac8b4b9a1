// A web part that shows nothing of the product: it lets a test look at what the host gave it.
import { PropertyPaneTextField, PropertyPaneToggle } from '@microsoft/sp-property-pane';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';

interface ProbeProperties {
  readonly description: string;
  readonly compact: boolean;
}

export default class ProbeWebPart extends BaseClientSideWebPart<ProbeProperties> {
  public render(): void {
    const { description, compact } = this.properties;
    (window as unknown as { probe: unknown }).probe = { context: this.context, teams: this.context.sdks.microsoftTeams?.teamsJs };
    this.domElement.textContent = `probe: ${description}${compact ? ', compact' : ''}`;
    this.domElement.id = 'probe';
  }

  protected onThemeChanged(theme: { isInverted?: boolean; semanticColors?: { bodyBackground?: string } } | undefined): void {
    this.domElement.dataset.inverted = String(theme?.isInverted ?? false);
    this.domElement.dataset.background = theme?.semanticColors?.bodyBackground ?? '';
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const groupFields = [PropertyPaneTextField('description', { label: 'Descripción' }), PropertyPaneToggle('compact', { label: 'Compacto' })];
    return { pages: [{ header: { description: 'Sonda' }, groups: [{ groupName: 'Ajustes', groupFields }] }] };
  }
}
