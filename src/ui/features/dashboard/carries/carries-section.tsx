import type * as React from 'react';
import type { DashboardParts } from '../parts';

export const CarriesSection: React.FC<DashboardParts> = () => null;
