import type * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'SigaciStrings';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { Version } from '@microsoft/sp-core-library';
import { PropertyPaneTextField, type IPropertyPaneConfiguration, type IPropertyPaneField } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import type { Services } from '../../application/ports';
import { makeServices } from '../../sharepoint';
import { stepBack } from '../../ui/routing';
import type { HostTheme } from '../../ui/theme';
import type { HostBridge } from '../../ui/host';
import { makeHostBridge, type PageTitle } from './host-bridge';
import { siteAddress } from './site-address';
import { readTeamsHost, type TeamsHost } from './teams-host';

export interface OkrWebPartProperties {
  /** Site with the lists; empty: the site the web part is in. */
  siteUrl: string;
  /** Plan to show; empty: the one that holds today. */
  planCode: string;
}

/** What every web part of this solution does alike: services once, the host's theme, links, mounting and unmounting. */
export abstract class OkrWebPart<P extends OkrWebPartProperties = OkrWebPartProperties> extends BaseClientSideWebPart<P> {
  private theme: HostTheme = {};
  private teams: TeamsHost | null = null;
  private services: Services | null = null;
  private servicesSite = '';

  /** Page of the site that carries this web part, for links out of Teams. */
  protected abstract readonly pageTitle: PageTitle;

  /** The app, given what it needs. */
  protected abstract makeElement(parts: { services: Services; theme: HostTheme; host: HostBridge; initialRoute: string | null }): React.ReactElement;

  protected async onInit(): Promise<void> {
    await super.onInit();
    const sdk = this.context.sdks.microsoftTeams;
    if (sdk) {
      this.teams = await readTeamsHost(sdk, (teams) => {
        this.theme = { ...this.theme, teams };
        this.render();
      }, stepBack);
      this.theme = { ...this.theme, teams: this.teams.theme };
    }
  }

  public render(): void {
    // Teams may report a theme before the web part has been initialised.
    if (!this.renderedOnce && !this.domElement) return;
    const { webUrl, services } = this.connected();
    const route = this.teams?.subPageId || this.properties.planCode || null;
    ReactDom.render(
      this.makeElement({ services, theme: this.theme, host: makeHostBridge(this.teams, webUrl, this.pageTitle), initialRoute: route }),
      this.domElement
    );
  }

  protected onThemeChanged(theme: IReadonlyTheme | undefined): void {
    const { palette, semanticColors, isInverted } = theme || {};
    this.theme = { palette, semanticColors, isInverted, teams: this.theme.teams } as HostTheme;
    if (this.renderedOnce) this.render();
  }

  protected onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  /** Site and plan: what every web part asks for. */
  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return {
      pages: [{ header: { description: strings.Pane_Intro }, groups: [{ groupFields: [this.siteField(), this.planField()] }] }]
    };
  }

  /** The address of the site with the lists, checked while it is typed. */
  protected siteField(): IPropertyPaneField<unknown> {
    const ownSite = this.context.pageContext.web.absoluteUrl;
    return PropertyPaneTextField('siteUrl', {
      label: strings.Pane_Site,
      description: strings.Pane_SiteHint,
      placeholder: ownSite,
      deferredValidationTime: 600,
      onGetErrorMessage: (value) => (value.trim() === '' || siteAddress(value, ownSite) ? '' : strings.Pane_SiteBad)
    });
  }

  /** The plan's code. */
  protected planField(): IPropertyPaneField<unknown> {
    return PropertyPaneTextField('planCode', { label: strings.Pane_Plan, description: strings.Pane_PlanHint, placeholder: '2021-2023' });
  }

  /** Services for the site the properties name; made anew only when that changes. */
  protected connected(): { webUrl: string; services: Services } {
    const { pageContext } = this.context;
    const own = pageContext.web.absoluteUrl;
    const webUrl = siteAddress(this.properties.siteUrl, own) || own;
    if (!this.services || this.servicesSite !== webUrl) {
      const { user, web } = pageContext;
      this.services = makeServices({
        webUrl,
        findSite: Boolean(this.teams?.personal),
        pageContext: {
          web: { absoluteUrl: web.absoluteUrl },
          user: { loginName: user.loginName },
          legacyPageContext: pageContext.legacyPageContext as { formDigestValue?: string; formDigestTimeoutSeconds?: number }
        }
      });
      this.servicesSite = webUrl;
    }
    return { webUrl, services: this.services };
  }
}
