/** How long a page that is still loading may take to become as tall as it was, in frames. */
const PATIENCE = 90;

/** The element that scrolls the app: SharePoint scrolls a region of the page, Teams and plain pages the document. */
export function scrollerOf(element: HTMLElement | null): Element {
  for (let parent = element ? element.parentElement : null; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if ((overflowY === 'auto' || overflowY === 'scroll') && parent.scrollHeight > parent.clientHeight && parent !== document.body) return parent;
  }
  return document.scrollingElement || document.documentElement;
}

/**
 * Brings a place back: where the page was scrolled to and which element had the focus. Both may come into being only as the page
 * loads, so it tries for a while; a person who scrolls in the meantime wins. Returns how to stop.
 */
export function restorePlace(root: HTMLElement, scroll: number, focusId: string | null): () => void {
  let frame = 0;
  let tries = 0;
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    cancelAnimationFrame(frame);
    window.removeEventListener('wheel', stop);
    window.removeEventListener('touchmove', stop);
    window.removeEventListener('keydown', stop);
  };
  const attempt = (): void => {
    if (stopped) return;
    const scroller = scrollerOf(root);
    scroller.scrollTop = scroll;
    const target = focusId === null ? null : document.getElementById(focusId);
    if (target) target.focus({ preventScroll: true });
    const there = Math.abs(scroller.scrollTop - scroll) <= 2 && (focusId === null || target !== null);
    tries += 1;
    if (there || tries > PATIENCE) stop();
    else frame = requestAnimationFrame(attempt);
  };
  window.addEventListener('wheel', stop, { passive: true });
  window.addEventListener('touchmove', stop, { passive: true });
  window.addEventListener('keydown', stop);
  attempt();
  return stop;
}

/** Shows the app from its top, without moving a page on which the top is in sight. */
export function showTop(root: HTMLElement): void {
  if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: 'start' });
}
