import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'MantenimientoStrings';
import { type ClosingPreview, PREVIEW_LIGHTS } from '../../../../application/closing';
import { knownProgress } from '../../../../domain';
import type { RollUp } from '../../../../domain';
import { Light } from '../../../components/light/light';
import { formatNumber, formatPercent, plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import styles from './quarters.module.scss';

function progressOf(rollUp: RollUp | null): string {
  if (rollUp === null) return '—';
  const progress = knownProgress(rollUp);
  return progress === null ? strings.Light_NoData : formatPercent(progress);
}

/** What would be frozen beside what the last closing froze, by state, and the plan's progress. */
export const PreviewTable: React.FC<{ preview: ClosingPreview }> = ({ preview }) => {
  const { before, after, previous, quarter, rows } = preview;
  return (
    <table className={styles.frozen}>
      <caption>{plural(texts.Closing_FrozenRows, rows.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.Closing_State}</th>
          {previous && <th scope="col">{previous.code}</th>}
          <th scope="col">{quarter.quarter.code}</th>
        </tr>
      </thead>
      <tbody>
        {PREVIEW_LIGHTS.map((light) => (
          <tr key={light}>
            <th scope="row"><Light light={light} /></th>
            {previous && <td className={base.quiet}>{before ? formatNumber(before.lights[light]) : ''}</td>}
            <td>{formatNumber(after.lights[light])}</td>
          </tr>
        ))}
        <tr className={styles.total}>
          <th scope="row">{texts.Closing_PlanProgress}</th>
          {previous && <td>{progressOf(before)}</td>}
          <td>{progressOf(after)}</td>
        </tr>
        <tr>
          <th scope="row" className={base.quiet}>{texts.Closing_Reported}</th>
          {previous && <td className={base.quiet}>{before ? text(texts.Closing_ReportedOf, { n: before.reported, total: before.total }) : ''}</td>}
          <td className={base.quiet}>{text(texts.Closing_ReportedOf, { n: after.reported, total: after.total })}</td>
        </tr>
      </tbody>
    </table>
  );
};
