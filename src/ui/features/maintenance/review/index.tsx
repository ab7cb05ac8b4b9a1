import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** Check-ins that wait for a verdict. */
const ReviewSection: React.FC<MaintenanceParts> = () => null;

export default ReviewSection;
