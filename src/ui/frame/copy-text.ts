/**
 * Puts a text on the clipboard. Teams' frame often has no permission for the newer way, so the older one follows.
 * @returns false when neither worked; the person then gets the text to copy
 */
export async function copyText(value: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(value);
      return true;
    } catch (error) {
      // NotAllowedError; anything else is a fault of ours.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  const field = document.createElement('textarea');
  field.value = value;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.appendChild(field);
  const focused = document.activeElement;
  field.select();
  const copied = typeof document.execCommand === 'function' && document.execCommand('copy');
  document.body.removeChild(field);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
