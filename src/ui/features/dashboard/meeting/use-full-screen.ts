import * as React from 'react';

/**
 * Shows an element on the whole screen while it is mounted, where the browser and the page around allow it; elsewhere it stays as it is.
 * @param onLeave called when the person leaves the full screen: the browser keeps that Escape for itself
 * @returns whether it could be asked for again, and how
 */
export function useFullScreen(ref: React.RefObject<HTMLElement>, onLeave: () => void): { readonly possible: boolean; enter(): void } {
  const [full, setFull] = React.useState(false);
  const onLeaveRef = React.useRef(onLeave);
  onLeaveRef.current = onLeave;
  const allowed = typeof document !== 'undefined' && document.fullscreenEnabled === true;

  const enter = React.useCallback(() => {
    const element = ref.current;
    if (!element || !document.fullscreenEnabled) return;
    // Refused without a gesture of the person's, or in a frame: the element fills the window then.
    element.requestFullscreen().catch(() => undefined);
  }, [ref]);

  React.useEffect(() => {
    const element = ref.current;
    let was = false;
    const changed = (): void => {
      const is = document.fullscreenElement !== null && document.fullscreenElement === element;
      setFull(is);
      if (was && !is && element && element.isConnected) onLeaveRef.current();
      was = is;
    };
    document.addEventListener('fullscreenchange', changed);
    // By a click on the way here; a page opened by its address has none, and stays in the window.
    const activation = (navigator as { userActivation?: { readonly isActive: boolean } }).userActivation;
    if (!activation || activation.isActive) enter();
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      if (document.fullscreenElement === element && element) document.exitFullscreen().catch(() => undefined);
    };
  }, [enter, ref]);

  return { possible: allowed && !full, enter };
}
