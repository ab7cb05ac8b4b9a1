import { PEOPLE } from '../../../sharepoint/local/people';
import { groups } from '../../../src/sharepoint/schema/groups';
import { idOf, textOf } from '../../../src/sharepoint/mapping/row-reader';
import { sample, type SampleSite } from './sample-site';

/** Everybody into their group, and one person into each process, with the process's operative plan. */
export async function seedPeople(site: SampleSite): Promise<void> {
  const members: Record<(typeof groups)[number]['key'], readonly string[]> = {
    planning: ['planeacion'], processes: Object.values(sample.members), management: ['direccion']
  };
  for (const { key, title } of groups) await fillGroup(site, title, members[key]);

  const changes = [];
  for (const row of await site.rows('Processes', ['Id', 'Title', 'OperativePlanUrl', 'Members/Id', 'Members/Name'])) {
    const code = textOf(row.Title);
    const document = sample.operativePlans.find(({ process }) => process === code);
    const name = sample.members[code];
    // A link tells that this was done before; whatever a person changed since stays.
    if (!document || name === undefined || row.OperativePlanUrl) continue;
    const { Id } = await userCalled(site, name);
    changes.push({
      id: idOf(row.Id) || 0,
      row: { MembersId: [Id], OperativePlanUrl: { Url: site.addressOf(document), Description: document.title } }
    });
  }
  await site.update('Processes', changes);
}

function userCalled(site: SampleSite, shortName: string): Promise<{ Id: number; LoginName: string }> {
  const person = PEOPLE.find(one => one.shortName === shortName);
  if (!person) throw new Error(`Nobody is called ${shortName}`);
  return site.attempt(() => site.tools.web.ensureUser(person.loginName));
}

async function fillGroup(site: SampleSite, title: string, names: readonly string[]): Promise<void> {
  const present = await site.attempt(() => site.tools.web.siteGroups.getByName(title).users.select('LoginName')<{ LoginName: string }[]>());
  for (const name of names) {
    const { LoginName } = await userCalled(site, name);
    if (present.some(user => user.LoginName === LoginName)) continue;
    await site.attempt(() => site.tools.web.siteGroups.getByName(title).users.add(LoginName));
  }
}
