import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** Set-up, drift and operative plans of the site. */
const SitePage: React.FC<MaintenanceParts> = () => null;

export default SitePage;
