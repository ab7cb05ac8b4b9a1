/** Lets the browser draw and answer before long work goes on. */
export function breathe(): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve, 0); });
}
