// The host's side of the messages of teams-js (2.36.0):
//   app → host  {id, uuidAsString, func, args, …}
//   host → app  {id, uuidAsString, args}   an answer; the uuid is echoed, since two copies of teams-js in one frame both count ids from 0
//   host → app  {func, args}               an event, e.g. {func: 'themeChange', args: ['dark']}

export type Arguments = readonly unknown[];

/** Answers one call; `undefined` where no answer is due. */
export type Call = (args: Arguments) => Arguments | undefined;

interface Message {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: Arguments;
}

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && typeof (data as { func?: unknown }).func === 'string';
}

/** Capabilities that this host claims; `xyz.isSupported()` of teams-js reads them. */
export const RUNTIME_CONFIG = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: {
    clipboard: {},
    pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} },
    sharing: {},
    teamsCore: {}
  }
};

/** One frame that speaks teams-js. */
export class AppFrame {
  public readonly element: HTMLIFrameElement;
  private readonly handlers = new Set<string>();
  private readonly listener: (event: MessageEvent) => void;

  /** @param calls by name; a call that is not there is reported in the console and gets no answer, as in Teams */
  public constructor(source: string, title: string, private readonly calls: Readonly<Record<string, Call>>) {
    this.element = document.createElement('iframe');
    this.element.name = 'embedded-page-container'; // this is how the SPFx runtime knows that it is in Teams
    this.element.title = title;
    this.element.src = source;
    this.element.allow = 'clipboard-read; clipboard-write';
    this.listener = (event) => this.receive(event);
    window.addEventListener('message', this.listener);
  }

  /** True when the app asked to hear of `event`. */
  public listensTo(event: string): boolean {
    return this.handlers.has(event);
  }

  public emit(event: string, ...args: Arguments): void {
    this.post({ func: event, args });
  }

  public close(): void {
    window.removeEventListener('message', this.listener);
    this.element.remove();
  }

  private post(message: object): void {
    this.element.contentWindow?.postMessage({ ...message, monotonicTimestamp: performance.now() }, location.origin);
  }

  private receive(event: MessageEvent): void {
    if (event.source !== this.element.contentWindow || event.origin !== location.origin || !isMessage(event.data)) return;
    const { id, uuidAsString, func, args = [] } = event.data;
    if (func === 'registerHandler') {
      this.handlers.add(String(args[0]));
      return;
    }
    const call = this.calls[func];
    if (!call) console.warn(`[teams] no answer to ${func}`);
    const answer = call?.(args);
    if (answer) this.post({ id, uuidAsString, args: answer });
  }
}
