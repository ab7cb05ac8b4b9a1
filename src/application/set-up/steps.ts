import type { SetUpStep } from '../ports';
import type { ListDefinition, SiteDefinition } from './definition';

/** The steps of setting a site up, in order. Their ids stay the same from run to run. */
export function stepsOf(definition: SiteDefinition): SetUpStep[] {
  const ofList = ({ name, title }: ListDefinition): SetUpStep[] => [
    { id: `list:${name}`, kind: 'list', subject: title },
    { id: `columns:${name}`, kind: 'columns', subject: title },
    { id: `views:${name}`, kind: 'views', subject: title },
    { id: `permissions:${name}`, kind: 'permissions', subject: title }
  ];
  const titleOf = (name: string): string => {
    const list = definition.lists.find(one => one.name === name);
    return list ? list.title : name;
  };
  const steps: SetUpStep[] = [{ id: 'groups', kind: 'groups', subject: definition.groups.map(group => group.title).join(', ') }];
  for (const list of definition.lists) steps.push(...ofList(list));
  for (const { list } of definition.rows) steps.push({ id: `rows:${list}`, kind: 'rows', subject: titleOf(list) });
  steps.push({ id: 'version', kind: 'version', subject: titleOf('Plans') });
  return steps;
}
