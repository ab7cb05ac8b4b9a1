import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Shimmer } from '../../components/shimmer/shimmer';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import styles from './dashboard.module.scss';

const CARDS = [0, 1, 2, 3, 4];

/** The page's shape below its title, while there is nothing to put into it. */
export const DashboardLoading: React.FC = () => (
  <div aria-busy="true">
    <div role="status"><VisuallyHidden>{strings.Shell_Loading}</VisuallyHidden></div>
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
  </div>
);
