import { AppError } from './errors';
import type { Workspace } from './workspace';

/** A plan whose place another has taken is only read. @throws AppError `planOver`, with the plan to write in instead */
export function assertNotOver({ supersededBy }: Pick<Workspace, 'supersededBy'>): void {
  if (supersededBy !== null) throw new AppError('planOver', { plan: supersededBy });
}
