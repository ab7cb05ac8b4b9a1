/** Properties set in the property pane, as the browser keeps them; SharePoint would keep them on the page. */
export function readProperties(key: string): Record<string, unknown> {
  const text = localStorage.getItem(key);
  if (text === null) return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    localStorage.removeItem(key); // not ours, or cut short: the web part's own defaults stand
    return {};
  }
}

export function writeProperties(key: string, properties: Record<string, unknown>): void {
  localStorage.setItem(key, JSON.stringify(properties));
}
