import type * as React from 'react';
import type { DashboardParts } from '../parts';

export const MovesSection: React.FC<DashboardParts> = () => null;
