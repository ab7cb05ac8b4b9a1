import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { ListName } from '../../../../domain';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { listTitle } from '../../../formatting/list-titles';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import type { MaintenanceParts } from '../parts';
import { DriftSection } from './drift-section';
import { OperativePlansSection } from './operative-plans-section';
import styles from './site.module.scss';

const LISTS: readonly ListName[] = [
  'Plans', 'Processes', 'StrategicObjectives', 'TacticalObjectives', 'KeyResults', 'CheckIns', 'Reviews', 'Quarters', 'Cutoffs', 'TargetChanges',
  'ProgrammedTargets', 'Indicators', 'IndicatorYears', 'Decisions'
];

/** The site under the app: whether its lists are as they should be, where they are, and the operative plans. */
const SitePage: React.FC<MaintenanceParts> = ({ board, state }) => {
  const { links } = useServices();
  const { refresh } = state;
  return (
    <>
      <h1 className={base.h1}>{texts.Maintenance_Site}</h1>
      <DriftSection onChanged={() => { refresh().catch(() => undefined /* its error is on screen */); }} />
      <OperativePlansSection board={board} refresh={refresh} />
      <section className={styles.section} aria-labelledby="lists-title">
        <h2 id="lists-title" className={base.h2}>{texts.Site_Lists}</h2>
        <p className={base.quiet}>{texts.Site_ListsIntro}</p>
        <ul className={styles.lists}>
          {LISTS.map((list) => (
            <li key={list}>
              <a href={links.list(list)} target="_blank" rel="noreferrer">{listTitle(list)}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden></a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};

export default SitePage;
