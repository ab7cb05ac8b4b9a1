import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import base from '../../../theme/base.module.scss';
import type { MaintenanceParts } from '../parts';
import { ExportSection } from './export-section';
import styles from './import-export.module.scss';
import { ImportSection } from './import-section';
import { NewPeriodSection } from './new-period-section';

/** Plans in and out as workbooks, and a new period. */
const ImportExportPage: React.FC<MaintenanceParts> = ({ board, state }) => {
  const refresh = React.useCallback(() => { void state.refresh(); }, [state]);
  return (
    <>
      <h1 className={base.h1}>{texts.Import_Title}</h1>
      <p className={styles.intro}>{texts.Import_Intro}</p>
      <ImportSection board={board} onWritten={refresh} />
      <ExportSection board={board} />
      <NewPeriodSection board={board} onWritten={refresh} />
    </>
  );
};

export default ImportExportPage;
