import { makeSetUp, type IndicatorSeed, type PlanSeed, type SetUpPort } from '../../application/set-up';
import type { SiteSetUp } from '../../application/ports';
import type { SiteConnection } from '../connection';
import { siteDefinition } from './definition';
import { Lists } from './list-port';
import { People } from './people-port';
import { Rows } from './row-port';
import { readShape } from './shape-reader';
import { SiteTools } from './site-tools';

/** The set-up's port on SharePoint. @param planCode code of the plan that rows are made for */
export function setUpPort(connection: SiteConnection, planCode: string): SetUpPort {
  const tools = new SiteTools(connection);
  const people = new People(tools);
  const lists = new Lists(tools, people);
  const rows = new Rows(tools, planCode);
  return {
    readAccess: () => people.readAccess(),
    readGroups: () => people.readGroups(),
    createGroup: group => people.createGroup(group),
    grantOnSite: group => people.grantOnSite(group),
    readVersion: () => rows.readVersion(),
    writeVersion: version => rows.writeVersion(version),
    readLists: () => lists.readLists(),
    createList: list => lists.createList(list),
    readList: list => lists.readList(list),
    settleList: list => lists.settleList(list),
    createColumns: (list, columns) => lists.createColumns(list, columns),
    nameColumns: (list, columns, titleColumn) => lists.nameColumns(list, columns, titleColumn),
    makeViews: (list, views) => lists.makeViews(list, views),
    dress: (list, parts) => lists.dress(list, parts),
    mendColumns: (list, mends) => lists.mendColumns(list, mends),
    readSite: () => readShape(tools, lists),
    isolate: list => people.isolate(list),
    changeGrants: (list, changes) => people.changeGrants(list, changes),
    readKeys: list => rows.readKeys(list),
    addRows: (list, added) => rows.addRows(list, added)
  };
}

/** Sets a site up with a plan. */
export function siteSetUp(connection: SiteConnection, plan: PlanSeed, indicators: readonly IndicatorSeed[]): SiteSetUp {
  return makeSetUp(setUpPort(connection, plan.plan.code), siteDefinition(plan, indicators));
}
