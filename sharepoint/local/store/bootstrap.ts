import { addFolderNode } from '../files/nodes';
import { addSiteColumns } from '../fields/site-columns';
import { newGuid, newSecret } from '../ids';
import { addUserInformation } from '../lists/user-information';
import { seedContentTypes } from '../lists/content-types';
import { addWebLists } from '../lists/web-lists';
import { FULL_CONTROL, READ, EDIT, ROLE_SEEDS } from '../security/masks';
import type { Site } from '../site';
import type { WebProps } from './definitions';

export interface SiteSettings {
  title: string;
  url: string;
  /** LCID: 3082 and 9226 are Spanish, 1033 is English. */
  language: number;
}

/** Makes a new site: its root web, groups, permission levels and people. Nothing where there is one already. */
export function bootstrap(site: Site, settings: SiteSettings): void {
  if (site.db.get('SELECT no FROM webs LIMIT 1')) {
    return;
  }
  site.db.transaction(() => {
    const now = site.now();
    const spanish = settings.language !== 1033;
    site.db.run('INSERT INTO meta VALUES (?, ?)', 'siteId', newGuid());
    site.db.run('INSERT INTO meta VALUES (?, ?)', 'secret', newSecret());
    for (const role of ROLE_SEEDS) {
      const [name, description] = spanish ? role.es : role.en;
      site.db.run(
        'INSERT INTO role_definitions (id, name, description, position, kind, mask, hidden) VALUES (?, ?, ?, ?, ?, ?, ?)',
        role.id, name, description, role.position, role.kind, String(role.mask), role.hidden ? 1 : 0
      );
    }
    const groups = seedGroups(site, settings.title, spanish);
    const props: WebProps = {
      title: settings.title, description: '', language: settings.language, created: now, modified: now, template: 'STS',
      ownerGroup: groups.owners, memberGroup: groups.members,
      visitorGroup: groups.visitors, more: {}, allProperties: {}
    };
    const scope = site.db.run('INSERT INTO scopes (web_no) VALUES (1)').id;
    site.db.run('INSERT INTO webs (no, id, parent_no, url, scope_no, props) VALUES (1, ?, NULL, ?, ?, ?)', newGuid(), settings.url, scope,
      JSON.stringify(props));
    site.catalog.forget();
    const web = site.catalog.rootWeb;
    site.permissions.assign({ web }, groups.owners, FULL_CONTROL);
    site.permissions.assign({ web }, groups.members, EDIT);
    site.permissions.assign({ web }, groups.visitors, READ);
    const owner = seedPeople(site, groups);
    addFolderNode(site, web, owner, { path: settings.url });
    addFolderNode(site, web, owner, { path: `${settings.url === '/' ? '' : settings.url}/Lists` });
    seedContentTypes(site, web);
    addSiteColumns(site, web);
    addFolderNode(site, web, owner, { path: `${settings.url === '/' ? '' : settings.url}/_catalogs` });
    addWebLists(site, web, owner);
    addUserInformation(site, web, owner);
  });
}

interface Groups {
  owners: number;
  members: number;
  visitors: number;
}

/** Owners, visitors and members with the ids they have in a new site: 3, 4 and 5. */
function seedGroups(site: Site, title: string, spanish: boolean): Groups {
  site.db.run("INSERT INTO sqlite_sequence (name, seq) SELECT 'principals', 2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name "
    + "= 'principals')");
  const names = spanish ? [`Propietarios de ${title}`, `Visitantes de ${title}`, `Integrantes de ${title}`] : [`${title} Owners`,
    `${title} Visitors`, `${title} Members`];
  const owners = site.principals.addGroup(names[0], {}).id;
  const visitors = site.principals.addGroup(names[1], { owner: owners }).id;
  const members = site.principals.addGroup(names[2], { owner: owners, allowMembersEdit: true }).id;
  site.principals.update({ ...site.principals.group(owners), props: { owner: owners } });
  return { owners, visitors, members };
}

/** Who has access gets it through a group, the planner as an owner. @returns the first owner. */
function seedPeople(site: Site, groups: Groups): ReturnType<Site['principals']['user']> {
  const made = site.principals.people.map((person) => {
    const user = site.principals.ensurePerson(person);
    if (person.access !== 'none') {
      site.principals.addMember(person.access === 'owner' ? groups.owners : groups.visitors, user.id);
    }
    return { person, user };
  });
  const owner = made.find(({ person }) => person.access === 'owner') ?? made[0];
  return site.principals.user(owner.user.id);
}
