import type { ProcessCode } from '../../../domain';
import type { Matrix } from './matrix-model';

/** What makes the grid one that is edited: its texts come from whoever edits. */
export interface MatrixEdit {
  /** The matrix before anything was changed. */
  readonly before: Matrix;
  readonly selected: ReadonlySet<string>;
  /** Key results that show another's figures: nobody answers for them here. */
  readonly readOnly: ReadonlySet<string>;
  /** Marks of a key result, or of all in a group. */
  readonly onToggle: (row: string, process: ProcessCode) => void;
  readonly onSelect: (row: string) => void;
  readonly words: {
    readonly select: string;
    readonly changed: string;
    readonly readOnly: string;
    /** `{before} → {now}` */
    readonly total: string;
    readonly toggle: string;
  };
}
