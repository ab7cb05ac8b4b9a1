import type * as React from 'react';
import type { DashboardParts } from '../parts';

export const StandSection: React.FC<DashboardParts> = () => null;
