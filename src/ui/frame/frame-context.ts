import * as React from 'react';
import type { PageName } from '../routing';
import type { ShowToast } from './use-toast';

/** A page that the header leads to. */
export interface FrameTab {
  readonly page: PageName;
  /** Part of the page: a section of Mantenimiento. */
  readonly part?: string;
  readonly label: string;
}

/** What the frame offers to whatever is shown in it. */
export interface FrameParts {
  /** Where "back" leads when there is no step to take back. */
  readonly home: FrameTab;
  /** Says something for a moment, with an action to undo it if there is one. */
  readonly say: ShowToast;
}

export const FrameContext = React.createContext<FrameParts | null>(null);

/** The frame around the page. Throws outside a frame. */
export function useFrame(): FrameParts {
  const frame = React.useContext(FrameContext);
  if (!frame) throw new Error('useFrame outside the frame');
  return frame;
}
