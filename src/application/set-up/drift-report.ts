import type { ListName } from '../../domain/problems';
import type { AppError } from '../errors';

/**
 * `error`: something does not work, or people may do more or less than they should. `warning`: it works, but worse. `info`: somebody changed
 * what may be changed; told so that nobody wonders.
 */
export type DriftSeverity = 'error' | 'warning' | 'info';

/**
 * What differs. `expected` and `found` of a finding hold, by kind:
 *
 * | kind | expected | found |
 * |---|---|---|
 * | `versionBehind` | version of the lists delivered | version the site was set up with |
 * | `groupMissing`, `listMissing`, `columnMissing`, `viewMissing` | the title | '' |
 * | `siteAccessMissing` | `read` | '' |
 * | `listForeign` | the title | title of the list that took the address |
 * | `listRenamed`, `columnRenamed` | the title delivered | the title now |
 * | `columnType` | SharePoint's type name (`Number`) | the same |
 * | `columnTarget` | title of the list looked up | title of the list it points to; '' for one that is not ours or is gone |
 * | `indexMissing`, `uniqueMissing`, `requiredMissing`, `restrictMissing`, `versioningOff`, `inherits` | '' | '' |
 * | `choicesMissing` | the missing values, joined by `; ` | '' |
 * | `readSecurity`, `writeSecurity` | SharePoint's number | the same |
 * | `roleMissing` | role (`read`, `contribute`, `design`, `fullControl`) | roles held, joined by `; ` |
 * | `roleSurplus` | the one role it should have | the role it has besides |
 * | `outsider` | '' | roles held, joined by `; ` |
 * | `viewEmpty` | '' | '' |
 * | `formattingMissing`, `formattingOutdated`, `formattingChanged`, `formulaMissing`, `formulaOutdated`, `formulaChanged` | '' | '' |
 */
export type DriftKind =
  | 'versionBehind'
  | 'groupMissing'        // one of our groups is gone
  | 'siteAccessMissing'   // a group cannot read the site itself
  | 'listMissing'
  | 'listForeign'         // somebody else's list stands at the address of ours
  | 'listRenamed'
  | 'versioningOff'
  | 'readSecurity'        // who sees whose rows
  | 'writeSecurity'       // who changes whose rows
  | 'inherits'            // the list takes the site's permissions again
  | 'roleMissing'         // a group, or the site's owners, lack their role on the list
  | 'roleSurplus'         // a group has a role besides its own
  | 'outsider'            // somebody else has a role on the list
  | 'columnMissing'
  | 'columnRenamed'
  | 'columnType'
  | 'columnTarget'        // a lookup points to another list
  | 'indexMissing'
  | 'uniqueMissing'
  | 'requiredMissing'
  | 'restrictMissing'     // rows that others stand on could be deleted
  | 'choicesMissing'
  | 'viewMissing'
  | 'viewEmpty'           // shows none of the list's own columns
  | 'formattingMissing'   // of a column, a view or the form: none is there
  | 'formattingOutdated'  // what a former version delivered
  | 'formattingChanged'   // somebody's own
  | 'formulaMissing'      // the validation of a column or a list: none is there
  | 'formulaOutdated'
  | 'formulaChanged';

/** Why a finding is left to people. */
export type RepairRefusal =
  | 'dataAtRisk'   // mending it could lose what rows hold (retype, retarget)
  | 'onPurpose'    // allowed to people, who may have meant it
  | 'foreign'      // not ours to change
  | 'elsewhere';   // goes away with another finding's repair

/** What a finding is about. */
export type DriftSubject = 'site' | 'group' | 'list' | 'column' | 'view' | 'form' | 'permission';

/** One difference between the site and the schema. */
export interface DriftFinding {
  /** The same difference has the same id in every report: `indexMissing:KeyResults.Code`. */
  readonly id: string;
  readonly kind: DriftKind;
  readonly severity: DriftSeverity;
  /** List it is in; `null` for the site and its groups. */
  readonly list: ListName | null;
  /** What the list is called in the site, or by the schema where it is missing; '' without a list. */
  readonly listTitle: string;
  readonly subject: DriftSubject;
  /** Internal name of the column, address name of the view, key of the group, name of the person or group; '' for list, form and site. */
  readonly name: string;
  /** What people call the subject: title of the column, view, group or list. */
  readonly title: string;
  readonly expected: string;
  readonly found: string;
  /** Whether `repair` mends it; if not, why. */
  readonly repair: 'safe' | RepairRefusal;
}

export interface DriftReport {
  /** Errors first, then warnings, then information; within, as the lists stand in the schema. */
  readonly findings: readonly DriftFinding[];
  /** What was looked at. */
  readonly checked: { readonly lists: number; readonly columns: number; readonly views: number };
  /** Version of the lists: the site's (0: never set up to the end) and the one delivered. */
  readonly version: { readonly site: number; readonly delivered: number };
}

export interface RepairProgress {
  /** The finding that was dealt with. */
  readonly finding: DriftFinding;
  readonly done: number;
  readonly total: number;
}

export interface RepairResult {
  /** Findings that could not be mended, with why; the others were. */
  readonly failures: readonly { readonly finding: DriftFinding; readonly error: AppError }[];
  /** The site afterwards. */
  readonly report: DriftReport;
}
