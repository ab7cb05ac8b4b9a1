import * as React from 'react';
import * as strings from 'SigaciStrings';
import { MessageBar } from '../components/message-bar/message-bar';
import { Shimmer } from '../components/shimmer/shimmer';
import { VisuallyHidden } from '../components/visually-hidden/visually-hidden';
import styles from './frame.module.scss';

const CARDS = [0, 1, 2, 3, 4, 5];

/** Cards: the shape of most pages. */
const CardsShape: React.FC = () => (
  <>
    <div className={styles.loadingHead}><Shimmer width="200px" height={28} /><Shimmer width="min(560px, 100%)" /></div>
    <div className={styles.cards}>
      {CARDS.map((card) => (
        <div key={card} className={styles.card}>
          <div className={styles.row}><Shimmer width="88px" height={12} /><Shimmer width="72px" height={12} /></div>
          <Shimmer /><Shimmer width="70%" />
          <span className={styles.gap} />
          <div className={styles.row}><Shimmer width="128px" height={24} /><Shimmer width="40px" height={24} /></div>
          <Shimmer height={8} />
          <Shimmer width="50%" height={12} />
          <span className={styles.gap} />
          <div className={styles.row}><Shimmer width="80px" height={32} /><Shimmer width="96px" height={32} /></div>
        </div>
      ))}
    </div>
  </>
);

/** The first screen's shape while there is nothing to put into it. @param shape of a page that is no cards */
export const LoadingScreen: React.FC<{ slow: boolean; shape?: React.ReactElement }> = ({ slow, shape = <CardsShape /> }) => (
  <div aria-busy="true">
    <h1><VisuallyHidden>{strings.Common_AppName}</VisuallyHidden></h1>
    <div role="status">
      {slow ? <MessageBar className={styles.message} icon="clock">{strings.Shell_Slow}</MessageBar> : <VisuallyHidden>{strings.Shell_Loading}</VisuallyHidden>}
    </div>
    {shape}
  </div>
);
