import * as React from 'react';
import * as texts from 'TableroStrings';
import { Toast } from '../../../components/toast/toast';
import { useModal } from '../../../components/panel/use-modal';
import { FrameContext, useFrame } from '../../../frame/frame-context';
import { useToast } from '../../../frame/use-toast';
import { WidthClassContext, useContainerWidth, widthClassOf } from '../../../theme/container-width';
import type { WidthClass } from '../../../theme/container-width';
import styles from './meeting.module.scss';
import { useFullScreen } from './use-full-screen';

/** Whether keys belong to what has the focus: a field, or a choice that arrows move. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

export interface MeetingStageProps {
  readonly onLeave: () => void;
  /** Arrow keys outside fields: −1 or 1. */
  readonly onStep: (by: -1 | 1) => void;
  readonly children: (fullScreen: { readonly possible: boolean; enter(): void }) => React.ReactNode;
}

/**
 * What the meeting happens on: the whole screen where that is allowed, else the whole window. A modal dialog, since a SharePoint column
 * keeps everything else within itself, and the page behind must not take keys.
 */
export const MeetingStage: React.FC<MeetingStageProps> = ({ onLeave, onStep, children }) => {
  const frame = useFrame();
  const toast = useToast();
  const dialog = useModal({ onClose: onLeave, leavesFocus: true });
  // Sizes go by the stage's own width: the app it stands over may be a narrow column.
  const [stage, widthClass] = useContainerWidth<HTMLDivElement, WidthClass>(widthClassOf);
  const fullScreen = useFullScreen(stage, onLeave);
  const own = React.useMemo(() => ({ ...frame, say: toast.show }), [frame, toast.show]);
  const onStepRef = React.useRef(onStep);
  onStepRef.current = onStep;
  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isInField(event.target)) return;
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      onStepRef.current(event.key === 'ArrowLeft' ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={texts.Meeting_Title} aria-modal="true">
      <div ref={stage} className={styles.stage}>
        <FrameContext.Provider value={own}>
          <WidthClassContext.Provider value={widthClass}>
            <div className={styles.meeting}>{children(fullScreen)}</div>
            <div className={styles.toast}><Toast message={toast.message} onDismiss={toast.dismiss} /></div>
          </WidthClassContext.Provider>
        </FrameContext.Provider>
      </div>
    </dialog>
  );
};
