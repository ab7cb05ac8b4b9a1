import * as React from 'react';

export interface ModalOptions {
  readonly onClose: () => void;
  /** What takes the focus when it opens; the browser's choice, the first control, by default. */
  readonly initialFocus?: React.RefObject<HTMLElement>;
  /** Whoever closes it brings the focus back: a page of its own, which is left for another. */
  readonly leavesFocus?: boolean;
}

/**
 * Opens a native dialog as a modal while it is mounted. The browser keeps the focus inside and the page behind inert; Escape
 * asks to close. Afterwards the focus returns to where it was.
 */
export function useModal({ onClose, initialFocus, leavesFocus = false }: ModalOptions): React.RefObject<HTMLDialogElement> {
  const ref = React.useRef<HTMLDialogElement>(null);
  const onCloseRef = React.useRef(onClose);
  onCloseRef.current = onClose;
  const initialFocusRef = React.useRef(initialFocus);
  React.useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const cancel = (event: Event): void => {
      // Who opened it decides: the dialog is closed by taking it away.
      event.preventDefault();
      onCloseRef.current();
    };
    // Chromium closes on a second Escape without asking; closing is then told all the same.
    const closed = (): void => onCloseRef.current();
    dialog.addEventListener('cancel', cancel);
    dialog.addEventListener('close', closed);
    dialog.showModal();
    const first = initialFocusRef.current && initialFocusRef.current.current;
    if (first) first.focus();
    return () => {
      dialog.removeEventListener('cancel', cancel);
      dialog.removeEventListener('close', closed);
      if (leavesFocus) return;
      if (dialog.open) dialog.close();
      // React takes the element away before the browser could give the focus back.
      if (opener && opener.isConnected) opener.focus();
    };
  }, [leavesFocus]);
  return ref;
}
