import type * as React from 'react';
import type { MaintenanceParts } from '../parts';

/** Plans in and out as workbooks, and a new period. */
const ImportExportPage: React.FC<MaintenanceParts> = () => null;

export default ImportExportPage;
