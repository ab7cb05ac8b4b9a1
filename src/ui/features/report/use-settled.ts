import * as React from 'react';

/**
 * A text once it has stopped changing, for a live region: every keystroke read aloud would drown the rest. Empty until the
 * first change, since what stands there on opening is not news.
 */
export function useSettled(text: string, milliseconds: number): string {
  const [settled, setSettled] = React.useState('');
  const first = React.useRef(true);
  React.useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = window.setTimeout(() => setSettled(text), milliseconds);
    return () => window.clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}
