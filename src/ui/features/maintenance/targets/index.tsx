import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** Programmed targets, target changes and weights. */
const TargetsPage: React.FC<MaintenanceParts> = () => null;

export default TargetsPage;
