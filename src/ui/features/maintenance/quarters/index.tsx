import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** Closing, reopening and checking quarters. */
const QuartersSection: React.FC<MaintenanceParts> = () => null;

export default QuartersSection;
