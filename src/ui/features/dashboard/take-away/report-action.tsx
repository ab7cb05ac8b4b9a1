import * as React from 'react';
import * as texts from 'TableroStrings';
import { Button } from '../../../components/button/button';
import { Icon } from '../../../components/icon/icon';
import { LazyPart } from '../../../frame';
import { useRouter } from '../../../routing';
import type { HeaderAction } from '../parts';

const ReportPage = React.lazy(() => import(/* webpackChunkName: "committee-report" */ './report-page'));

/** Parameter of the address that says the report is open. */
const REPORT = 'informe';

/** Opens the report of what is on screen, to read, print and export; it is part of the address, so that it can be handed on. */
export const ReportAction: HeaderAction = parts => {
  const router = useRouter();
  const opened = router.route.params[REPORT] === 'si';
  return (
    <>
      <Button id="tablero-informe" onClick={() => router.openOver({ [REPORT]: 'si' })}><Icon name="print" />{texts.Print_Open}</Button>
      {opened && <LazyPart over><ReportPage parts={parts} onClose={() => router.closeOver([REPORT])} /></LazyPart>}
    </>
  );
};
