import type { LocalStore } from '../application/ports';

/**
 * The browser's storage under a prefix of the person's own: Teams on the web has kept one account's storage for the next.
 * @param login of the person
 */
export function browserStore(login: string, storage: () => Storage = () => window.localStorage): LocalStore {
  const prefix = `sigaci-okr/${login.toLowerCase()}/`;
  /** Storage may be blocked, full or gone: then there is nothing to read, and writing does nothing. */
  function attempt<T>(action: (area: Storage) => T, otherwise: T): T {
    try {
      return action(storage());
    } catch {
      return otherwise;
    }
  }
  return {
    read: key => attempt(area => area.getItem(prefix + key), null),
    write: (key, value) => attempt(area => area.setItem(prefix + key, value), undefined),
    remove: key => attempt(area => area.removeItem(prefix + key), undefined)
  };
}
