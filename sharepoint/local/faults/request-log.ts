import type { PartLog } from '../rest/service';

/** One request as it was served. */
export interface LoggedRequest {
  number: number;
  time: string;
  method: string;
  url: string;
  /** Login name. */
  user: string;
  /** 0 where the connection was dropped. */
  status: number;
  requestBytes: number;
  /** Of the answer's body. */
  bytes: number;
  milliseconds: number;
  /** The fault that struck. */
  fault?: string;
  /** Requests inside a batch. */
  parts?: PartLog[];
}

const LIMIT = 5000;

/** The latest requests, for tests that count them. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private next = 1;

  add(entry: Omit<LoggedRequest, 'number'>): void {
    this.entries.push({ number: this.next++, ...entry });
    if (this.entries.length > LIMIT) {
      this.entries.splice(0, this.entries.length - LIMIT);
    }
  }

  list(): readonly LoggedRequest[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
