import * as React from 'react';
import * as strings from 'SigaciStrings';
import useSWR from 'swr';
import type { LinkTarget } from '../../../application';
import { linkName } from '../../../domain';
import type { Process } from '../../../domain';
import { DocumentLink } from '../../components/document-link/document-link';
import { formatDay, text } from '../../formatting';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';

/** The process's operative plan in SIGACI: its name at once, its last change when that has been read; asked once for each link. */
const OperativePlan: React.FC<{ process: Process }> = ({ process: { operativePlanUrl: url } }) => {
  const { operativePlans } = useServices();
  const { data } = useSWR<LinkTarget, unknown>(
    ['operative-plan', url], async () => (await operativePlans.lookUp([url]))[0],
    { revalidateOnFocus: false, revalidateIfStale: false, shouldRetryOnError: false }
  );
  const found = data && data.kind === 'found' ? data.entry : null;
  const name = found ? found.name : linkName(url);
  return (
    <p className={base.small}>
      {strings.MyResults_OperativePlan}{' '}
      <DocumentLink url={url}>{name}</DocumentLink>
      {found && <span className={base.quiet}> · {text(strings.MyResults_PlanChanged, { day: formatDay(found.modified), who: found.modifiedBy })}</span>}
      {data && data.kind === 'gone' && <span> · {strings.MyResults_PlanGone}</span>}
    </p>
  );
};

export default OperativePlan;
