import type { ColumnDefinition, ListDefinition, PartDefinition, SiteDefinition } from './definition';
import type { DriftFinding, DriftKind, DriftReport, DriftSeverity } from './drift-report';
import type { ColumnShape, GrantChange, ListShape, SiteShape } from './port';

type Draft = Pick<DriftFinding, 'kind' | 'severity' | 'subject'> & Partial<Omit<DriftFinding, 'id' | 'list' | 'listTitle'>>;

/** Kind of a finding about a part, by the part's state. */
const PART_KINDS = {
  formatting: { empty: 'formattingMissing', former: 'formattingOutdated', changed: 'formattingChanged' },
  formula: { empty: 'formulaMissing', former: 'formulaOutdated', changed: 'formulaChanged' }
} as const;
const ORDER: readonly DriftSeverity[] = ['error', 'warning', 'info'];

/** What differs between a site and what it is set up with. Pure. */
export function reportDrift(definition: SiteDefinition, site: SiteShape): DriftReport {
  const findings = [...ofSite(definition, site), ...definition.lists.flatMap(list => ofList(definition, list, site))];
  const found = definition.lists.filter(({ name }) => site.lists.has(name));
  const sum = (count: (list: ListDefinition) => number): number => found.reduce((total, list) => total + count(list), 0);
  return {
    findings: ORDER.flatMap(severity => findings.filter(one => one.severity === severity)),
    checked: { lists: definition.lists.length, columns: sum(({ columns }) => columns.length), views: sum(({ views }) => views.length) },
    version: { site: site.version, delivered: definition.version }
  };
}

/** @param detail tells findings of one kind about one subject apart */
function finding(list: DriftFinding['list'], listTitle: string, draft: Draft, detail = ''): DriftFinding {
  const name = draft.name ?? '';
  const id = `${draft.kind}:${[list, name, detail].filter(part => part !== null && part !== '').join('.')}`;
  return { title: listTitle, expected: '', found: '', repair: 'safe', ...draft, id, name, list, listTitle };
}

function ofSite(definition: SiteDefinition, site: SiteShape): DriftFinding[] {
  const findings: DriftFinding[] = [];
  if (site.version < definition.version) {
    findings.push(finding(null, '', {
      kind: 'versionBehind', severity: 'warning', subject: 'site', expected: String(definition.version), found: String(site.version)
    }));
  }
  for (const { key, title } of definition.groups) {
    const about = { severity: 'error' as const, subject: 'group' as const, name: key, title };
    if (site.groups.indexOf(key) < 0) findings.push(finding(null, '', { ...about, kind: 'groupMissing', expected: title }));
    else if ((site.grants.get(key) || []).length === 0) {
      findings.push(finding(null, '', { ...about, kind: 'siteAccessMissing', expected: 'read' }));
    }
  }
  return findings;
}

function ofList(definition: SiteDefinition, list: ListDefinition, site: SiteShape): DriftFinding[] {
  const shape = site.lists.get(list.name);
  if (!shape) return [finding(list.name, list.title, { kind: 'listMissing', severity: 'error', subject: 'list', expected: list.title })];
  const add = (draft: Draft, detail = ''): DriftFinding => finding(list.name, shape.title, draft, detail);
  if (shape.rowCount > 0 && !list.columns.some(({ name }) => shape.columns.has(name))) {
    return [add({
      kind: 'listForeign', severity: 'error', subject: 'list', expected: list.title, found: shape.title, repair: 'foreign'
    })];
  }
  return [
    ...ofSettings(list, shape, add), ...ofPermissions(definition, list, site, shape, add),
    ...[...list.columns, list.titleColumn].flatMap(column => ofColumn(definition, site, shape, column, add)),
    ...ofViews(list, shape, add), ...ofParts(list, shape, add)
  ];
}

type Add = (draft: Draft, detail?: string) => DriftFinding;

function ofSettings(list: ListDefinition, shape: ListShape, add: Add): DriftFinding[] {
  const findings: DriftFinding[] = [];
  const about = { subject: 'list' as const };
  if (shape.title !== list.title) {
    const halfMade = shape.title === list.name;
    findings.push(add({
      ...about, kind: 'listRenamed', severity: 'info', expected: list.title, found: shape.title, repair: halfMade ? 'safe' : 'onPurpose'
    }));
  }
  if (!shape.versioning) findings.push(add({ ...about, kind: 'versioningOff', severity: 'error' }));
  if (shape.readSecurity !== 1) {
    findings.push(add({ ...about, kind: 'readSecurity', severity: 'error', expected: '1', found: String(shape.readSecurity) }));
  }
  if (shape.writeSecurity !== list.writeSecurity) {
    findings.push(add({
      ...about, kind: 'writeSecurity', severity: 'error', expected: String(list.writeSecurity), found: String(shape.writeSecurity)
    }));
  }
  return findings;
}

function ofPermissions(definition: SiteDefinition, list: ListDefinition, site: SiteShape, shape: ListShape, add: Add): DriftFinding[] {
  const about = { subject: 'permission' as const };
  // What it inherits says nothing about it; its own permissions come with the repair.
  if (!shape.isolated) return [add({ ...about, kind: 'inherits', severity: 'error' })];
  const findings: DriftFinding[] = [];
  const expected: [GrantChange['who'], string, string][] = [['owners', '', 'fullControl']];
  for (const { key, title } of definition.groups) expected.push([key, title, list.access[key]]);
  for (const [who, title, role] of expected) {
    const held = shape.grants.get(who) || [];
    if (!held.some(one => one === role)) {
      const gone = who !== 'owners' && site.groups.indexOf(who as (typeof site.groups)[number]) < 0;
      findings.push(add({
        ...about, kind: 'roleMissing', severity: 'error', name: who, title, expected: role, found: held.join('; '),
        repair: gone ? 'elsewhere' : 'safe'
      }));
    }
    if (who === 'owners') continue;
    for (const one of held.filter(other => other !== role)) {
      findings.push(add({ ...about, kind: 'roleSurplus', severity: 'error', name: who, title, expected: role, found: one }, one));
    }
  }
  shape.outsiders.forEach((roles, name) => findings.push(add({
    ...about, kind: 'outsider', severity: roles.every(role => role === 'read') ? 'info' : 'warning', name, title: name, found: roles.join('; '),
    repair: 'onPurpose'
  })));
  return findings;
}

function ofColumn(definition: SiteDefinition, site: SiteShape, shape: ListShape, column: ColumnDefinition, add: Add): DriftFinding[] {
  const found = shape.columns.get(column.name);
  const about = { subject: 'column' as const, name: column.name, title: found ? found.title : column.title };
  if (!found) return [add({ ...about, kind: 'columnMissing', severity: 'error', expected: column.title })];
  if (found.type !== column.type) {
    return [add({ ...about, kind: 'columnType', severity: 'error', expected: column.type, found: found.type, repair: 'dataAtRisk' })];
  }
  const titleOf = (name: ColumnDefinition['target']): string => (name === null ? '' : site.lists.get(name)?.title
    ?? definition.lists.find(list => list.name === name)?.title ?? name);
  const findings: DriftFinding[] = [];
  if (found.target !== column.target) {
    findings.push(add({
      ...about, kind: 'columnTarget', severity: 'error', expected: titleOf(column.target), found: titleOf(found.target), repair: 'dataAtRisk'
    }));
  }
  if (found.title !== column.title) {
    findings.push(add({
      ...about, kind: 'columnRenamed', severity: 'info', expected: column.title, found: found.title,
      repair: found.title === column.name ? 'safe' : 'onPurpose'
    }));
  }
  return [...findings, ...ofTraits(column, found, about, add)];
}

function ofTraits(column: ColumnDefinition, found: ColumnShape, about: Pick<Draft, 'subject' | 'name' | 'title'>, add: Add): DriftFinding[] {
  const findings: DriftFinding[] = [];
  const lost = (kind: DriftKind, severity: DriftSeverity): number => findings.push(add({ ...about, subject: 'column', kind, severity }));
  // Each of these brings the index with it.
  if (column.unique && !found.unique) lost('uniqueMissing', 'error');
  else if (column.restrictDelete && !found.restrictDelete) lost('restrictMissing', 'error');
  else if (column.indexed && !found.indexed) lost('indexMissing', 'warning');
  if (column.required && !found.required) lost('requiredMissing', 'warning');
  const missing = column.choices.filter(choice => found.choices.indexOf(choice) < 0);
  if (missing.length > 0) {
    findings.push(add({ ...about, subject: 'column', kind: 'choicesMissing', severity: 'error', expected: missing.join('; ') }));
  }
  return findings;
}

function ofViews(list: ListDefinition, shape: ListShape, add: Add): DriftFinding[] {
  return list.views.flatMap(({ name, title }): DriftFinding[] => {
    const found = shape.views.get(name);
    const about = { subject: 'view' as const, severity: 'warning' as const, name, title: found ? found.title : title };
    if (!found) return [add({ ...about, kind: 'viewMissing', expected: title })];
    return found.hasColumns ? [] : [add({ ...about, kind: 'viewEmpty' })];
  });
}

function ofParts(list: ListDefinition, shape: ListShape, add: Add): DriftFinding[] {
  return list.parts.flatMap((part): DriftFinding[] => {
    const state = shape.parts.get(part.id);
    // Without its column or view there is another finding; and how a planner arranges a view is theirs.
    if (state === undefined || state === 'current' || (state === 'changed' && part.kind === 'view')) return [];
    const kind = PART_KINDS[part.kind === 'formula' ? 'formula' : 'formatting'][state];
    const severity = state === 'changed' ? 'info' : 'warning';
    return [add({
      kind, severity, subject: part.subject, name: part.name, title: titleOfPart(list, shape, part),
      repair: state === 'changed' ? 'onPurpose' : 'safe'
    }, part.id)];
  });
}

function titleOfPart(list: ListDefinition, shape: ListShape, { subject, name }: PartDefinition): string {
  if (subject === 'column') return shape.columns.get(name)?.title ?? name;
  if (subject === 'view') return shape.views.get(name)?.title ?? list.views.find(view => view.name === name)?.title ?? name;
  return shape.title;
}
