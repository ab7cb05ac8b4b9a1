// The shell around the app: which tab is open, in which theme, and what the app may ask of Teams.
import { CHANNEL, filled, TEAM, teamsContext } from './context';
import type { Place, Situation } from './context';
import { formatDeepLink, parseDeepLink } from './deep-links';
import { AppFrame, RUNTIME_CONFIG } from './protocol';
import type { Arguments, Call } from './protocol';
import { TEAMS_THEMES } from './shell-data';
import type { TeamsShellData, TeamsTab, TeamsTheme } from './shell-data';

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No element ${id}`);
  return found as T;
}

function readData(): TeamsShellData {
  return JSON.parse(element('shell-data').textContent ?? '') as TeamsShellData;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

class Shell {
  private place: Place = 'personal';
  private tab: TeamsTab | undefined;
  private subPage: string | undefined;
  private theme: TeamsTheme;
  private frame: AppFrame | undefined;
  private configuring = false;

  public constructor(private readonly data: TeamsShellData) {
    this.theme = data.theme;
  }

  public start(): void {
    const theme = element<HTMLSelectElement>('theme');
    theme.value = this.theme;
    theme.addEventListener('change', () => this.setTheme(theme.value));
    for (const button of document.querySelectorAll<HTMLButtonElement>('nav button')) {
      button.addEventListener('click', () => this.open(button.dataset.place === 'channel' ? 'channel' : 'personal'));
    }
    element('back').addEventListener('click', () => this.goBack());
    element('configure').addEventListener('click', () => this.open('channel', this.tab?.entityId, undefined, true));
    element('save-configuration').addEventListener('click', () => this.frame?.emit('settings.save', {}));
    element('copy-link').addEventListener('click', () => void this.copy(this.linkTo(this.subPage)));
    window.addEventListener('popstate', () => this.openAddress());
    this.openAddress();
  }

  private situation(): Situation {
    const { data, place, tab, subPage, theme, configuring } = this;
    return { data, place, entityId: tab?.entityId ?? '', subPage, theme, configuring, origin: location.origin };
  }

  private tabs(place: Place): readonly TeamsTab[] {
    return place === 'channel' ? this.data.channelTabs : this.data.personalTabs;
  }

  private openAddress(): void {
    const link = parseDeepLink(location.href, location.origin);
    if (link && link.appId !== this.data.app.id) {
      this.say('El vínculo es de otra aplicación.');
      return;
    }
    this.show(link?.inChannel ? 'channel' : 'personal', link?.entityId, link?.subPage);
    history.replaceState(null, '', this.withSettings(this.pathTo(this.subPage)));
  }

  /** Opens a tab as a step that "back" undoes. */
  private open(place: Place, entityId?: string, subPage?: string, configuring = false): void {
    this.show(place, entityId, subPage, configuring);
    const address = this.withSettings(this.pathTo(subPage));
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
  }

  /** Shows a tab; the place's first where `entityId` names none. */
  private show(place: Place, entityId?: string, subPage?: string, configuring = false): void {
    const tabs = this.tabs(place);
    const tab = tabs.find((one) => one.entityId === entityId) ?? tabs[0];
    if (!tab) {
      this.say('La compilación no tiene elementos web para Teams.');
      return;
    }
    Object.assign(this, { place, tab, subPage, configuring });
    this.frame?.close();
    const source = configuring && tab.configurationUrl ? tab.configurationUrl : tab.contentUrl;
    this.frame = new AppFrame(filled(source, this.situation()), tab.name, this.calls());
    element('stage').replaceChildren(this.frame.element);
    this.render();
  }

  private render(): void {
    document.documentElement.dataset.theme = this.theme;
    element('place').textContent = this.place === 'channel' ? `${TEAM.name} › ${CHANNEL.name}` : this.data.app.name;
    for (const button of document.querySelectorAll<HTMLButtonElement>('nav button')) {
      button.setAttribute('aria-current', String(button.dataset.place === this.place));
    }
    element('tabs').replaceChildren(
      ...this.tabs(this.place).map((tab) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.role = 'tab';
        button.textContent = tab.name;
        button.setAttribute('aria-selected', String(tab === this.tab));
        button.addEventListener('click', () => this.open(this.place, tab.entityId));
        return button;
      })
    );
    element('configure').hidden = this.configuring || this.tab?.configurationUrl === undefined;
    element('save-configuration').hidden = !this.configuring;
    element('notice').hidden = true;
  }

  private setTheme(name: string): void {
    this.theme = TEAMS_THEMES.find((theme) => theme === name) ?? 'default';
    document.documentElement.dataset.theme = this.theme;
    history.replaceState(null, '', this.withSettings(location.pathname + location.search));
    if (this.frame?.listensTo('themeChange')) this.frame.emit('themeChange', this.theme);
  }

  private goBack(): void {
    if (this.frame?.listensTo('backButtonPress')) this.frame.emit('backButtonPress');
    else history.back();
  }

  private say(message: string): void {
    const notice = element('notice');
    notice.textContent = message;
    notice.hidden = false;
  }

  private async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.say('Vínculo copiado.');
    } catch {
      this.say(`El navegador no deja copiar. El vínculo es ${link}`);
    }
  }

  /** Keeps theme and language of this window in its address, so that a reload shows the same. */
  private withSettings(address: string): string {
    const url = new URL(address, location.origin);
    url.searchParams.delete('theme');
    if (this.theme !== 'default') url.searchParams.set('theme', this.theme);
    const locale = new URL(location.href).searchParams.get('locale');
    if (locale) url.searchParams.set('locale', locale);
    return url.pathname + url.search;
  }

  private linkTo(subPage: string | undefined, label?: string, webUrl?: string): string {
    return location.origin + this.pathTo(subPage, label, webUrl);
  }

  private pathTo(subPage: string | undefined, label?: string, webUrl?: string): string {
    return formatDeepLink({
      appId: this.data.app.id,
      entityId: this.tab?.entityId ?? '',
      ...(subPage === undefined ? {} : { subPage }),
      ...(this.place === 'channel' ? { channelId: CHANNEL.id } : {}),
      ...(label === undefined ? {} : { label }),
      ...(webUrl === undefined ? {} : { webUrl })
    });
  }

  /** Opens a link to this app here and any other page in a window of its own. @returns false for what is neither */
  private follow(href: unknown): boolean {
    const address = String(href);
    const link = parseDeepLink(address, location.origin);
    if (link) {
      if (link.appId !== this.data.app.id) return false;
      this.openSoon(link.inChannel ? 'channel' : 'personal', link.entityId, link.subPage);
      return true;
    }
    if (!/^https?:/i.test(address)) return false;
    window.open(address, '_blank', 'noopener');
    return true;
  }

  /** After the answer has left: opening closes the frame that waits for it. */
  private openSoon(place: Place, entityId?: string, subPage?: string): void {
    setTimeout(() => this.open(place, entityId, subPage), 0);
  }

  /** What the app may call. Answers are `[value]`, `[ok, reason]` or `[error, value]`, as each call of teams-js wants. */
  private calls(): Readonly<Record<string, Call>> {
    const done: Arguments = [undefined, undefined];
    const silent: Call = () => undefined;
    const failed: Call = ([reason, message]) => {
      this.say(`La aplicación no pudo abrir: ${text(message) ?? text(reason) ?? 'sin motivo'}`);
      return undefined;
    };
    return {
      initialize: () => [this.configuring ? 'settings' : 'content', 'web', JSON.stringify(RUNTIME_CONFIG), '2.36.0'],
      getContext: () => [teamsContext(this.situation())],
      'appInitialization.appLoaded': () => this.mark('loaded'),
      'appInitialization.success': () => this.mark('ready'),
      'appInitialization.failure': failed,
      'appInitialization.expectedFailure': failed,
      executeDeepLink: ([href]) => (this.follow(href) ? [true] : [false, 'Neither a link to this app nor to a page']),
      'pages.navigateToApp': ([target]) => {
        const { appId, pageId, subPageId } = record(target);
        if (appId === this.data.app.id) this.openSoon(this.place, text(pageId), text(subPageId));
        return [appId === this.data.app.id];
      },
      'pages.currentApp.navigateTo': ([target]) => {
        const { pageId, subPageId } = record(target);
        this.openSoon(this.place, text(pageId), text(subPageId));
        return done;
      },
      'pages.currentApp.navigateToDefaultPage': () => {
        this.openSoon(this.place);
        return done;
      },
      shareDeepLink: ([subPage, label, webUrl]) => {
        void this.copy(this.linkTo(text(subPage), text(label), text(webUrl)));
        return undefined;
      },
      'sharing.shareWebContent': () => done,
      setFrameContext: silent,
      navigateBack: () => {
        history.back();
        return [true];
      },
      navigateCrossDomain: () => [false, 'Not among the valid domains'],
      returnFocus: silent,
      'settings.getSettings': () => [
        { entityId: this.tab?.entityId, contentUrl: filled(this.tab?.contentUrl ?? '', this.situation()), websiteUrl: location.origin, suggestedDisplayName: this.tab?.name }
      ],
      'settings.setSettings': () => [true],
      'settings.setValidityState': silent,
      'settings.save.success': () => {
        this.openSoon('channel', this.tab?.entityId);
        return undefined;
      },
      'settings.save.failure': failed,
      'authentication.getAuthToken': () => [false, 'There is no identity provider here'],
      getTabInstances: () => [{ teamTabs: this.data.channelTabs.map(({ entityId, name }) => ({ entityId, tabName: name })) }]
    };
  }

  private mark(state: 'loaded' | 'ready'): undefined {
    element('stage').dataset.state = state;
    return undefined;
  }
}

new Shell(readData()).start();
