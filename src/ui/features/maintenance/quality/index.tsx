import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** Rows that need a mend. */
const QualitySection: React.FC<MaintenanceParts> = () => null;

export default QualitySection;
