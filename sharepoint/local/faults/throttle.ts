/** SharePoint's rate per user: 3,000 requests in five minutes, those it refused counted too. */
export interface ThrottleLimit {
  requests: number;
  seconds: number;
}

/** Counts requests per user in a sliding window. Off unless a limit is set. */
export class Throttle {
  private readonly times = new Map<string, number[]>();

  constructor(public limit: ThrottleLimit | undefined) {}

  /** Counts a request. @returns seconds to wait where it is one too many. */
  take(user: string, now: number): number | undefined {
    if (!this.limit) {
      return undefined;
    }
    const span = this.limit.seconds * 1000;
    const recent = (this.times.get(user) ?? []).filter((time) => time > now - span);
    recent.push(now);
    this.times.set(user, recent);
    if (recent.length <= this.limit.requests) {
      return undefined;
    }
    const frees = recent[recent.length - this.limit.requests - 1] + span;
    return Math.max(1, Math.ceil((frees - now) / 1000));
  }

  clear(): void {
    this.times.clear();
  }
}
