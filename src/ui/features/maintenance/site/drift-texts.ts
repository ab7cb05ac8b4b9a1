import * as texts from 'MantenimientoStrings';
import type { DriftFinding, DriftKind, DriftSeverity, RepairRefusal } from '../../../../application';
import type { Light } from '../../../../domain';
import { text } from '../../../formatting';

const KINDS: Readonly<Record<DriftKind, string>> = {
  versionBehind: texts.Site_VersionBehind, groupMissing: texts.Site_GroupMissing, siteAccessMissing: texts.Site_SiteAccessMissing,
  listMissing: texts.Site_ListMissing, listForeign: texts.Site_ListForeign, listRenamed: texts.Site_Renamed, versioningOff: texts.Site_VersioningOff,
  readSecurity: texts.Site_ReadSecurity, writeSecurity: texts.Site_WriteSecurity, inherits: texts.Site_Inherits, roleMissing: texts.Site_RoleMissing,
  roleSurplus: texts.Site_RoleSurplus, outsider: texts.Site_Outsider, columnMissing: texts.Site_ColumnMissing, columnRenamed: texts.Site_Renamed,
  columnType: texts.Site_ColumnType, columnTarget: texts.Site_ColumnTarget, indexMissing: texts.Site_IndexMissing,
  uniqueMissing: texts.Site_UniqueMissing, requiredMissing: texts.Site_RequiredMissing, restrictMissing: texts.Site_RestrictMissing,
  choicesMissing: texts.Site_ChoicesMissing, viewMissing: texts.Site_ViewMissing, viewEmpty: texts.Site_ViewEmpty,
  formattingMissing: texts.Site_FormattingMissing, formattingOutdated: texts.Site_FormattingOutdated,
  formattingChanged: texts.Site_FormattingChanged, formulaMissing: texts.Site_FormulaMissing, formulaOutdated: texts.Site_FormulaOutdated,
  formulaChanged: texts.Site_FormulaChanged
};
const REFUSALS: Readonly<Record<RepairRefusal, string>> = {
  dataAtRisk: texts.Site_DataAtRisk, onPurpose: texts.Site_OnPurpose, foreign: texts.Site_Foreign, elsewhere: texts.Site_Elsewhere
};
const ROLES: Readonly<Record<string, string>> = {
  read: texts.Site_RoleRead, contribute: texts.Site_RoleContribute, design: texts.Site_RoleDesign, fullControl: texts.Site_RoleFullControl
};

/** SharePoint's names for types of columns; one that is not among them is shown as it is. */
const TYPES: Readonly<Record<string, string>> = {
  Text: texts.Site_TypeText, Note: texts.Site_TypeNote, Number: texts.Site_TypeNumber, Currency: texts.Site_TypeCurrency, DateTime: texts.Site_TypeDateTime,
  Boolean: texts.Site_TypeBoolean, Choice: texts.Site_TypeChoice, MultiChoice: texts.Site_TypeMultiChoice, Lookup: texts.Site_TypeLookup,
  LookupMulti: texts.Site_TypeLookupMulti, User: texts.Site_TypeUser, UserMulti: texts.Site_TypeUserMulti, URL: texts.Site_TypeURL,
  Calculated: texts.Site_TypeCalculated
};

export const DRIFT_WORDS: Readonly<Record<DriftSeverity, string>> = {
  error: texts.Site_SeverityError, warning: texts.Site_SeverityWarning, info: texts.Site_SeverityInfo
};
export const DRIFT_LIGHTS: Readonly<Record<DriftSeverity, Light>> = { error: 'rojo', warning: 'amarillo', info: 'sinDato' };

const words = (value: string, named: Readonly<Record<string, string>>): string => value.split('; ').map((part) => named[part] || part).join(', ');

/** What differs, in a sentence. */
export function driftTitle({ kind, title, expected, found }: DriftFinding): string {
  const named = kind === 'columnType' ? TYPES : ROLES;
  return text(KINDS[kind], { title, expected: words(expected, named), found: words(found, named) || texts.Site_Nothing });
}

/** Why it is left to people; empty where it can be mended. */
export function driftRefusal({ repair }: DriftFinding): string {
  return repair === 'safe' ? '' : REFUSALS[repair];
}
