import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from './store/database';
import { Catalog } from './store/catalog';
import { Permissions } from './security/permissions';
import { Principals } from './security/principals';
import type { Person } from './people';
import { toStamp } from './time';

export const DIGEST_SECONDS = 1800;

/** The site: its data, and what answers questions about them. */
export class Site {
  readonly catalog: Catalog;
  readonly permissions: Permissions;
  readonly principals: Principals;
  /** `http://localhost:5180`, known once the server listens. */
  origin = '';
  private ids?: { site: string; secret: string };

  constructor(readonly db: Database, readonly clock: () => Date, people: readonly Person[]) {
    this.catalog = new Catalog(db);
    this.permissions = new Permissions(db, this.catalog);
    this.principals = new Principals(db, people);
  }

  /** The present as SharePoint writes it. */
  now(): string {
    return toStamp(this.clock());
  }

  get siteId(): string {
    return this.identity().site;
  }

  /** Absolute URL of something server-relative. */
  absolute(path: string): string {
    return path === '/' ? this.origin : `${this.origin}${path}`;
  }

  /** A form digest for a user: good for half an hour. */
  digestFor(loginName: string): string {
    const time = formatDigestTime(this.clock());
    return `0x${this.sign(`${loginName.toLowerCase()},${time}`)},${time}`;
  }

  /** Whether the digest is ours, fresh, and (where a login name is given) that user's own. */
  acceptsDigest(digest: string, loginNames: readonly string[]): boolean {
    const match = /^0x([0-9A-F]{64}),(.+)$/i.exec(digest.trim());
    const made = match ? Date.parse(match[2]) : NaN;
    if (!match || Number.isNaN(made) || this.clock().getTime() - made > DIGEST_SECONDS * 1000) {
      return false;
    }
    return loginNames.some((login) => same(match[1].toUpperCase(), this.sign(`${login.toLowerCase()},${match[2]}`)));
  }

  private sign(text: string): string {
    return createHmac('sha256', this.identity().secret).update(text).digest('hex').toUpperCase();
  }

  private identity(): { site: string; secret: string } {
    if (!this.ids) {
      const rows = this.db.all('SELECT key, value FROM meta');
      const value = (key: string): string => String(rows.find((row) => row.key === key)?.value ?? '');
      this.ids = { site: value('siteId'), secret: value('secret') };
    }
    return this.ids;
  }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** `22 Nov 2026 19:30:00 -0000` */
function formatDigestTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day} ${month} ${year} ${time} -0000`;
}
