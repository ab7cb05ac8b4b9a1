/** A fault to be put into answers, for tests. */
export interface FaultRule {
  /** Regular expression the URL (of the request, or of a part of its batch) has to match. */
  url: string;
  /** Method, after X-HTTP-Method; any where it is not given. */
  method?: string;
  /** Whose requests: a login name or its short form; anybody's where it is not given. */
  user?: string;
  /** `throttle` 429, `unavailable` 503, `dropBefore` and `dropAfter` the commit, `delay`, or an error of one's own with `status`. */
  kind: 'throttle' | 'unavailable' | 'dropBefore' | 'dropAfter' | 'delay' | 'status';
  /** Seconds of Retry-After. Default 1 for throttle and unavailable. */
  retryAfter?: number;
  /** How long `delay` waits. */
  milliseconds?: number;
  /** For `status`. */
  status?: number;
  code?: string;
  /** How often it strikes; without end where it is not given. */
  count?: number;
  /** How many that match go through first. */
  skip?: number;
  /** Between 0 and 1: how often it strikes among those that match. Default 1. */
  probability?: number;
  /** For `probability`: the same seed strikes the same requests. */
  seed?: number;
}

interface ActiveRule extends FaultRule {
  id: number;
  pattern: RegExp;
  seen: number;
  struck: number;
  random: () => number;
}

const KINDS: readonly FaultRule['kind'][] = ['throttle', 'unavailable', 'dropBefore', 'dropAfter', 'delay', 'status'];

/** The rule cannot be used. */
export class BadFaultRule extends Error {}

/** Faults that are switched on. */
export class Faults {
  private rules: ActiveRule[] = [];
  private nextId = 1;

  /** @throws BadFaultRule */
  add(rule: FaultRule): number {
    if (typeof rule.url !== 'string' || !KINDS.includes(rule.kind)) {
      throw new BadFaultRule('url and kind are needed');
    }
    let pattern: RegExp;
    try {
      pattern = new RegExp(rule.url, 'i');
    } catch {
      throw new BadFaultRule('url is no regular expression');
    }
    const id = this.nextId++;
    this.rules.push({ ...rule, id, pattern, seen: 0, struck: 0, random: seeded(rule.seed ?? 1) });
    return id;
  }

  list(): (FaultRule & { id: number; seen: number; struck: number })[] {
    return this.rules.map(({ pattern: _pattern, random: _random, ...rule }) => rule);
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault that strikes a request, if one does; counted as having struck. */
  strike(method: string, urls: readonly string[], userNames: readonly string[]): FaultRule | undefined {
    for (const rule of this.rules) {
      const wanted = rule.user?.toLowerCase();
      const matches = urls.some((url) => rule.pattern.test(url)) && (!rule.method || rule.method.toUpperCase() === method)
        && (wanted === undefined || userNames.some((name) => name.toLowerCase() === wanted));
      if (!matches) {
        continue;
      }
      rule.seen += 1;
      if (rule.seen <= (rule.skip ?? 0) || (rule.count !== undefined && rule.struck >= rule.count)
        || rule.random() >= (rule.probability ?? 1)) {
        continue;
      }
      rule.struck += 1;
      return rule;
    }
    return undefined;
  }
}

/** Numbers between 0 and 1, always the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
