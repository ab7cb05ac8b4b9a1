import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Shimmer } from '../../components/shimmer/shimmer';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import styles from './dashboard.module.scss';

const CARDS = [0, 1, 2, 3, 4];

/** Where the plan stands and its objectives, as yet without figures. */
const StandShape: React.FC = () => (
  <>
    <div className={styles.loading}>
      <div><Shimmer width="80%" height={36} /><Shimmer height={12} /><Shimmer width="40%" /><Shimmer width="56%" /></div>
      <div><Shimmer width="40%" height={12} /><Shimmer height={12} /><Shimmer width="90%" /><Shimmer width="70%" /></div>
    </div>
    <div className={styles.loadingCards}>
      {CARDS.map(card => (
        <div key={card} className={styles.loadingCard}>
          <Shimmer width="70%" /><Shimmer width="50%" height={28} /><Shimmer height={8} /><Shimmer width="80%" height={12} />
        </div>
      ))}
    </div>
  </>
);

/** The whole page's shape, for the first load. */
export const DashboardShape: React.FC = () => (
  <>
    <div className={styles.loadingHead}><Shimmer width="min(320px, 100%)" height={28} /><Shimmer width="min(440px, 100%)" /></div>
    <Shimmer className={styles.loadingQuarters} width="min(360px, 100%)" height={32} />
    <StandShape />
  </>
);

/** The page's shape below its title, while a closed quarter is read. */
export const DashboardLoading: React.FC = () => (
  <div aria-busy="true">
    <div role="status"><VisuallyHidden>{strings.Shell_Loading}</VisuallyHidden></div>
    <StandShape />
  </div>
);
