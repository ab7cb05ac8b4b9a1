import * as React from 'react';
import type { ToastMessage } from '../components/toast/toast';

export type ShowToast = (text: string, action?: ToastMessage['action']) => void;

/** One message at a time; a new one takes the place of the last. */
export function useToast(): { message: ToastMessage | null; show: ShowToast; dismiss: () => void } {
  const [message, setMessage] = React.useState<ToastMessage | null>(null);
  const key = React.useRef(0);
  const show = React.useCallback<ShowToast>((text, action) => {
    key.current += 1;
    setMessage({ key: key.current, text, action });
  }, []);
  const dismiss = React.useCallback(() => setMessage(null), []);
  return { message, show, dismiss };
}
