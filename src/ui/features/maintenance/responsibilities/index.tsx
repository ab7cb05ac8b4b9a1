import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** The responsibility matrix, edited in place. */
const ResponsibilitiesPage: React.FC<MaintenanceParts> = () => null;

export default ResponsibilitiesPage;
