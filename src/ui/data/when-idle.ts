/** Milliseconds: late enough for the first screen to have been drawn, soon enough for whoever leaves at once. */
const LATEST = 1000;

/** Runs something once the browser has nothing more urgent to do. @returns what takes it back */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(run, LATEST);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(run, { timeout: LATEST });
  return () => window.cancelIdleCallback(handle);
}
