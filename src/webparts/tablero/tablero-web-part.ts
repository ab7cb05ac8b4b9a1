import * as React from 'react';
import {
  PropertyPaneCheckbox, PropertyPaneDropdown, PropertyPaneTextField, type IPropertyPaneConfiguration, type IPropertyPaneField
} from '@microsoft/sp-property-pane';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import {
  DashboardApp, readOptions, SECTION_IDS, type DashboardProperties, type DashboardSectionId
} from '../../ui/features/dashboard';
import { OkrWebPart, type OkrWebPartProperties } from '../shared/okr-web-part';
import { readPaneChoices, type PaneChoices } from './pane-choices';

type Field = IPropertyPaneField<unknown>;

const SECTION_TITLES: Readonly<Record<DashboardSectionId, string>> = {
  stand: texts.Pane_Stand,
  needs: texts.Needs_Title,
  decisions: texts.Decisions_Title,
  carries: texts.Carries_Title,
  moves: texts.Moves_Title,
  city: texts.Pane_City
};

/** Where the plan stands, for the steering committee. */
export default class TableroWebPart extends OkrWebPart<OkrWebPartProperties & DashboardProperties> {
  protected readonly pageTitle = 'Tablero';
  /** What the property pane offers; `null` until it has been read, or when it could not be. */
  private choices: PaneChoices | null = null;

  protected makeElement(parts: Parameters<OkrWebPart['makeElement']>[0]): React.ReactElement {
    return React.createElement(DashboardApp, { ...parts, options: readOptions(this.properties) });
  }

  protected onPropertyPaneConfigurationStart(): void {
    this.loadChoices();
  }

  protected onPropertyPaneFieldChanged(path: string): void {
    if (path === 'siteUrl' || path === 'planCode') this.loadChoices();
  }

  /** Reads what there is to choose from, once per site and plan, and shows it when it is there. */
  private loadChoices(): void {
    const { webUrl, services } = this.connected();
    const plan = this.properties.planCode || '';
    if (this.choices && this.choices.site === webUrl && this.choices.plan === plan) return;
    this.choices = null;
    void readPaneChoices(services, webUrl, plan).then(choices => {
      this.choices = choices;
      if (choices) this.context.propertyPane.refresh();
    });
  }

  protected planField(): Field {
    const { choices } = this;
    const current = this.properties.planCode || '';
    if (!choices) return super.planField();
    const codes = choices.planCodes.indexOf(current) >= 0 || current === '' ? choices.planCodes : [...choices.planCodes, current];
    return PropertyPaneDropdown('planCode', {
      label: strings.Pane_Plan,
      selectedKey: current,
      options: [{ key: '', text: texts.Pane_PlanOfToday }, ...codes.map(code => ({ key: code, text: code }))]
    });
  }

  /** A tick for each objective of the plan, and for those ticked once that it no longer has, so that they can be unticked. */
  private objectiveFields(): Field[] {
    const { choices } = this;
    const chosen = readOptions(this.properties).objectives;
    const known = choices ? choices.objectives : [];
    const gone = chosen.filter(code => !known.some(objective => objective.code === code));
    return [
      ...known.map(({ code, title }) => PropertyPaneCheckbox(`objectives.${code}`, {
        text: `${code} ${title}`, checked: chosen.indexOf(code) >= 0
      })),
      ...gone.map(code => PropertyPaneCheckbox(`objectives.${code}`, { text: code, checked: true }))
    ];
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const { hidden } = readOptions(this.properties);
    const objectives = this.objectiveFields();
    return {
      pages: [{
        header: { description: texts.Pane_Intro },
        groups: [
          {
            groupFields: [
              PropertyPaneTextField('title', { label: texts.Pane_Title, description: texts.Pane_TitleHint, maxLength: 120 }),
              this.planField(),
              this.siteField()
            ]
          },
          ...(objectives.length > 0 ? [{ groupName: texts.Pane_Objectives, groupFields: objectives }] : []),
          {
            groupName: texts.Pane_Sections,
            groupFields: SECTION_IDS.map(id => PropertyPaneCheckbox(`sections.${id}`, { text: SECTION_TITLES[id], checked: hidden.indexOf(id) < 0 }))
          }
        ]
      }]
    };
  }
}
