import type { Person } from '../people';
import { findPerson } from '../people';
import type { Site } from '../site';
import type { Caller } from '../rest/service';

/** Cookie and header by which a request says who asks. */
export const USER_COOKIE = 'local-user';
export const USER_HEADER = 'x-local-user';

/** The person a request names by header or cookie; the planner where it names nobody or somebody unknown. */
export function personOf(people: readonly Person[], headers: Record<string, string>): { person: Person; byHeader: boolean } {
  const fromHeader = headers[USER_HEADER];
  const fromCookie = cookie(headers.cookie ?? '', USER_COOKIE);
  const named = findPerson(people, fromHeader ?? fromCookie ?? '');
  const planner = people.find((one) => one.access === 'owner') ?? people[0];
  return { person: named ?? planner, byHeader: fromHeader !== undefined };
}

/** The site's user for whoever asks. */
export function callerOf(site: Site, headers: Record<string, string>): Caller {
  const { person, byHeader } = personOf(site.principals.people, headers);
  return { user: site.principals.ensurePerson(person), byHeader };
}

function cookie(header: string, name: string): string | undefined {
  const found = header.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  if (!found) {
    return undefined;
  }
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    // A cookie that cannot be read names nobody.
    return undefined;
  }
}
