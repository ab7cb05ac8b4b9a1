import * as React from 'react';
import { useRouter } from '../../routing';
import { Button } from '../button/button';
import { Dialog } from '../dialog/dialog';

export interface LeaveDialogProps {
  /** Whether something would be lost. */
  readonly when: boolean;
  readonly message: string;
  readonly stay: string;
  readonly leave: string;
}

/** Asks before a page with unsaved changes is left, within the app and out of it. What becomes of them is said by its children. */
export const LeaveDialog: React.FC<LeaveDialogProps> = ({ when, message, stay, leave, children }) => {
  const router = useRouter();
  const guard = React.useRef(router.guard);
  guard.current = router.guard;
  const [asked, setAsked] = React.useState<(() => void) | null>(null);
  React.useEffect(() => {
    if (!when) return undefined;
    guard.current((go) => setAsked(() => go));
    // The browser asks in words of its own.
    const onUnload = (event: BeforeUnloadEvent): void => { event.preventDefault(); event.returnValue = ''; };
    window.addEventListener('beforeunload', onUnload);
    return () => {
      guard.current(null);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [when]);
  if (asked === null) return null;
  return (
    <Dialog
      title={message}
      onClose={() => setAsked(null)}
      actions={(
        <>
          <Button onClick={() => { setAsked(null); asked(); }}>{leave}</Button>
          <Button kind="primary" onClick={() => setAsked(null)}>{stay}</Button>
        </>
      )}
    >
      {children}
    </Dialog>
  );
};
