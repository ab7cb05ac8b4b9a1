import * as React from 'react';

/** Set on the page while the report is open: the print style sheet goes by it. */
const OPEN = 'data-okr-report';
/** Set on everything of the page that is not the report. */
const ASIDE = 'data-okr-aside';

/**
 * A place of its own at the end of the page for what is read and printed alone: everything else is inert meanwhile and left out of print,
 * whatever frames and scrolling regions the host has around the app.
 * @param onClose called on Escape; @param focus takes the focus once it is there
 * @returns the element to render into; `null` until there is one
 */
export function usePaper(onClose: () => void, focus: React.RefObject<HTMLElement>): HTMLElement | null {
  const [place, setPlace] = React.useState<HTMLElement | null>(null);
  const onCloseRef = React.useRef(onClose);
  onCloseRef.current = onClose;

  React.useEffect(() => {
    const element = document.createElement('div');
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const others = Array.from(document.body.children).filter(child => !/^(script|style|link)$/i.test(child.tagName));
    const marked = others.filter(child => !child.hasAttribute('inert'));
    marked.forEach(child => child.setAttribute('inert', ''));
    others.forEach(child => child.setAttribute(ASIDE, ''));
    document.documentElement.setAttribute(OPEN, '');
    document.body.appendChild(element);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onCloseRef.current();
    };
    document.addEventListener('keydown', onKeyDown);
    setPlace(element);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.documentElement.removeAttribute(OPEN);
      marked.forEach(child => child.removeAttribute('inert'));
      others.forEach(child => child.removeAttribute(ASIDE));
      document.body.removeChild(element);
      if (opener && opener.isConnected) opener.focus();
    };
  }, []);

  React.useEffect(() => { if (place && focus.current) focus.current.focus({ preventScroll: true }); }, [place, focus]);
  return place;
}
