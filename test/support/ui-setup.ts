import { TextDecoder, TextEncoder } from 'node:util';
/** What jsdom lacks of a browser, for tests that act as a person. */
import '@testing-library/jest-dom';
import { configure as configureUserEvents } from '@testing-library/dom';
import { configure, getConfig } from '@testing-library/react';

// Two cores shared with a browser and a build: what waits for a lazy chunk may wait longer than a second.
configure({ asyncUtilTimeout: 5000 });
jest.setTimeout(30000);
// user-event brings a copy of its own of what React's testing library sets up: without it what a click leads to escapes act.
configureUserEvents({ eventWrapper: getConfig().eventWrapper, asyncWrapper: getConfig().asyncWrapper });

/**
 * jsdom has the dialog element but not its methods. Modality itself (inert background, focus trap) is the browser's, and is
 * tested in a browser; here the element opens, closes and answers Escape.
 */
if (!HTMLDialogElement.prototype.showModal) {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement): void {
    this.setAttribute('open', '');
    const first = this.querySelector<HTMLElement>('[autofocus], button, [href], input, select, textarea, [tabindex]:not([tabindex="-1"])');
    if (first) first.focus();
  };
  HTMLDialogElement.prototype.show = function show(this: HTMLDialogElement): void { this.setAttribute('open', ''); };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement, value?: string): void {
    if (!this.hasAttribute('open')) return;
    this.removeAttribute('open');
    if (value !== undefined) this.returnValue = value;
    this.dispatchEvent(new Event('close'));
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const open = Array.from(document.querySelectorAll<HTMLDialogElement>('dialog[open]')).pop();
    if (open && open.dispatchEvent(new Event('cancel', { cancelable: true }))) open.close();
  });
}

if (!Element.prototype.scrollIntoView) Element.prototype.scrollIntoView = (): void => undefined;
window.scrollTo = (): void => undefined;

class NoResizeObserver implements ResizeObserver {
  public observe(): void { /* jsdom has no layout to observe */ }
  public unobserve(): void { /* likewise */ }
  public disconnect(): void { /* likewise */ }
}
if (!window.ResizeObserver) window.ResizeObserver = NoResizeObserver;

// Every browser has them; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });
