import type { Database, Row } from '../store/database';
import type { Person } from '../people';
import { findPerson } from '../people';
import { groupExists, groupMissing, unknownUser, userIdMissing, userMissing } from '../rest/errors';
import { newGuid } from '../ids';

export const USER_KIND = 1;
export const GROUP_KIND = 8;

/** A user of the site, or a group. */
export interface Principal {
  id: number;
  /** 1 user, 4 security group, 8 SharePoint group. */
  kind: number;
  loginName: string;
  title: string;
  email: string;
  isSiteAdmin: boolean;
  /** Of a group: description, owner and settings; of a user: their directory id. */
  props: Record<string, unknown>;
}

/** Users and groups of the site collection. */
export class Principals {
  constructor(private readonly db: Database, readonly people: readonly Person[]) {}

  users(): Principal[] {
    return this.db.all(`${SELECT} WHERE kind <> ? ORDER BY id`, GROUP_KIND).map(principalOf);
  }

  groups(): Principal[] {
    return this.db.all(`${SELECT} WHERE kind = ? ORDER BY id`, GROUP_KIND).map(principalOf);
  }

  find(id: number): Principal | undefined {
    const row = this.db.get(`${SELECT} WHERE id = ?`, id);
    return row && principalOf(row);
  }

  /** @throws SharePointError as SharePoint's GetUserById does. */
  user(id: number): Principal {
    const found = this.find(id);
    if (!found || found.kind === GROUP_KIND) {
      throw userIdMissing();
    }
    return found;
  }

  group(id: number): Principal {
    const found = this.find(id);
    if (!found || found.kind !== GROUP_KIND) {
      throw groupMissing();
    }
    return found;
  }

  groupByName(name: string): Principal {
    const row = this.db.get(`${SELECT} WHERE kind = ? AND title = ? COLLATE NOCASE`, GROUP_KIND, name);
    if (!row) {
      throw groupMissing();
    }
    return principalOf(row);
  }

  byLogin(login: string): Principal | undefined {
    const row = this.db.get(`${SELECT} WHERE login = ? AND kind <> ?`, login, GROUP_KIND);
    return row && principalOf(row);
  }

  byEmail(email: string): Principal {
    const row = this.db.get(`${SELECT} WHERE email = ? COLLATE NOCASE AND kind = ?`, email, USER_KIND);
    if (!row) {
      throw userMissing();
    }
    return principalOf(row);
  }

  /** The site's user for somebody of the directory, made when they are new here. */
  ensure(name: string): Principal {
    const known = this.byLogin(name);
    if (known) {
      return known;
    }
    const person = findPerson(this.people, name);
    if (!person) {
      throw unknownUser(name);
    }
    return this.ensurePerson(person);
  }

  ensurePerson(person: Person): Principal {
    const known = this.byLogin(person.loginName);
    if (known) {
      return known;
    }
    const id = this.db.run(
      'INSERT INTO principals (kind, login, title, email, props) VALUES (?, ?, ?, ?, ?)',
      USER_KIND, person.loginName, person.title, person.email, JSON.stringify({ objectId: newGuid() })
    ).id;
    return this.user(id);
  }

  addGroup(title: string, props: Record<string, unknown>): Principal {
    if (this.db.get('SELECT id FROM principals WHERE kind = ? AND title = ? COLLATE NOCASE', GROUP_KIND, title)) {
      throw groupExists(title);
    }
    const id = this.db.run('INSERT INTO principals (kind, login, title, email, props) VALUES (?, ?, ?, ?, ?)', GROUP_KIND, title, title, '',
      JSON.stringify(props)).id;
    return this.group(id);
  }

  update(principal: Principal): void {
    this.db.run(
      'UPDATE principals SET title = ?, login = ?, email = ?, props = ? WHERE id = ?',
      principal.title, principal.loginName, principal.email, JSON.stringify({ ...principal.props, isSiteAdmin: principal.isSiteAdmin }),
        principal.id
    );
  }

  /** Takes a user or a group out of the site, with all that was given to them. */
  remove(id: number): void {
    this.db.run('DELETE FROM memberships WHERE group_id = ? OR user_id = ?', id, id);
    this.db.run('DELETE FROM role_assignments WHERE principal_id = ?', id);
    this.db.run('DELETE FROM principals WHERE id = ?', id);
  }

  members(groupId: number): Principal[] {
    return this.db.all(`${SELECT} WHERE id IN (SELECT user_id FROM memberships WHERE group_id = ?) ORDER BY id`, groupId).map(principalOf);
  }

  groupsOf(userId: number): Principal[] {
    return this.db.all(`${SELECT} WHERE id IN (SELECT group_id FROM memberships WHERE user_id = ?) ORDER BY id`, userId).map(principalOf);
  }

  isMember(groupId: number, userId: number): boolean {
    return this.db.get('SELECT 1 FROM memberships WHERE group_id = ? AND user_id = ?', groupId, userId) !== undefined;
  }

  addMember(groupId: number, userId: number): void {
    this.db.run('INSERT OR IGNORE INTO memberships VALUES (?, ?)', groupId, userId);
  }

  removeMember(groupId: number, userId: number): void {
    this.db.run('DELETE FROM memberships WHERE group_id = ? AND user_id = ?', groupId, userId);
  }
}

const SELECT = 'SELECT id, kind, login, title, email, props FROM principals';

function principalOf(row: Row): Principal {
  const props = JSON.parse(String(row.props)) as Record<string, unknown>;
  return {
    id: Number(row.id), kind: Number(row.kind), loginName: String(row.login), title: String(row.title), email: String(row.email),
    isSiteAdmin: props.isSiteAdmin === true, props
  };
}
