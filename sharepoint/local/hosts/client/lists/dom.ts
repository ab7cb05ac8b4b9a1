type Child = Node | string | null | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/**
 * Makes an element. Texts become text nodes, so nothing from a list is ever read as markup.
 * Attributes that are functions are listeners by the event's name; `true` sets a bare attribute, `false` and `undefined` none.
 */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...flatten(children));
  return element;
}

function flatten(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === null || child === undefined || child === false) return [];
    return typeof child === 'string' || child instanceof Node ? [child] : flatten(child);
  });
}

/** Only addresses that are safe to follow: on this site, or https. */
export function safeHref(url: string): string | undefined {
  return /^(https?:\/\/|\/(?!\/))/i.test(url) ? url : undefined;
}

/** Puts content on the page in the place of what was there, and tells the browser its title. */
export function show(title: string, ...children: readonly Child[]): void {
  const main = document.getElementById('list-page');
  if (!main) throw new Error('The page has no place for the list');
  main.replaceChildren(...flatten(children));
  main.setAttribute('aria-busy', 'false');
  document.title = title;
}

export function errorBox(message: string): HTMLElement {
  return h('p', { class: 'error', role: 'alert' }, message);
}

/** Asks before something is done that cannot be undone here. Resolves to whether to do it. */
export function confirmed(question: string, verb: string): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog',
      { 'aria-label': question, close: () => { resolve(dialog.returnValue === 'yes'); dialog.remove(); } },
      h('form', { method: 'dialog' }, h('p', {}, question), h('div', { class: 'buttons' },
        h('button', { value: 'yes', class: 'primary' }, verb), h('button', { value: 'no' }, 'Cancelar')))
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
