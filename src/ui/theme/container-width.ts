import * as React from 'react';

/** Layouts of the interface, by the width it is given: not the window's, since a SharePoint column may be narrow on a wide screen. */
export type WidthClass = 'narrow' | 'medium' | 'wide';

/** Same limits as the mixins in `_mixins.scss`. */
const NARROW_UP_TO = 640;
const MEDIUM_UP_TO = 1100;

export function widthClassOf(width: number): WidthClass {
  // 0 is an element that has not been laid out: hidden, or in a test without layout.
  if (width === 0 || width > MEDIUM_UP_TO) return 'wide';
  return width <= NARROW_UP_TO ? 'narrow' : 'medium';
}

/** Follows the inline size of an element. Renders again only when `select` of the width changes. */
export function useContainerWidth<T extends HTMLElement, W = number>(
  select: (width: number) => W = (width) => width as unknown as W
): [React.RefObject<T>, W] {
  const ref = React.useRef<T>(null);
  const [value, setValue] = React.useState<W>(() => select(0));
  const selectRef = React.useRef(select);
  selectRef.current = select;
  React.useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setValue(selectRef.current(Math.round(element.getBoundingClientRect().width)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, value];
}

export const WidthClassContext = React.createContext<WidthClass>('wide');

/** Width class of the whole app, for what CSS container queries cannot do, such as a list instead of a grid. */
export function useWidthClass(): WidthClass {
  return React.useContext(WidthClassContext);
}
