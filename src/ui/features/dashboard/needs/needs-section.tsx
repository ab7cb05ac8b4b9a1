import type * as React from 'react';
import type { DashboardParts } from '../parts';

export const NeedsSection: React.FC<DashboardParts> = () => null;
