import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { ReviewItem } from '../../../../application/review';
import type { Day } from '../../../../domain';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatDay } from '../../../formatting';
import { useWidthClass } from '../../../theme/container-width';
import base from '../../../theme/base.module.scss';
import { Actions, Details, Evidence, State, Toggle } from './review-parts';
import type { ItemActions } from './review-parts';
import { leavesText, reportsText } from './review-texts';
import styles from './review.module.scss';

export interface ReviewListProps {
  readonly items: readonly ReviewItem[];
  readonly today: Day;
  readonly actions: ItemActions;
}

const COLUMNS = 7;

export const ReviewTable: React.FC<ReviewListProps> = ({ items, today, actions }) => (
  <ScrollRegion label={texts.Review_Table}>
    <table className={`${base.table} ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">{texts.Review_KeyResult}</th>
          <th scope="col">{texts.Review_Process}</th>
          <th scope="col" className={base.right}>{texts.Review_Reports}</th>
          <th scope="col" className={base.right}>{texts.Review_Leaves}</th>
          <th scope="col">{texts.Review_State}</th>
          <th scope="col">{texts.Review_Evidence}</th>
          <th scope="col"><VisuallyHidden>{texts.Review_Actions}</VisuallyHidden></th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => {
          const { checkIn } = item;
          const open = actions.opened.has(checkIn.id);
          return (
            <React.Fragment key={checkIn.id}>
              <tr className={open ? styles.opened : undefined}>
                <th scope="row" className={styles.result}>
                  <Toggle item={item} actions={actions} />
                  <span className={styles.title} title={item.status.keyResult.title}>{item.status.keyResult.title}</span>
                </th>
                <td>{checkIn.process || '—'}<span className={styles.date}>{formatDay(checkIn.reportedOn)}</span></td>
                <td className={`${base.right} ${base.strong}`}>{reportsText(item)}</td>
                <td className={base.right}>{leavesText(item, today)}</td>
                <td><State item={item} /></td>
                <td><Evidence item={item} actions={actions} /></td>
                <td className={styles.actionCell}><Actions item={item} actions={actions} /></td>
              </tr>
              {open && <tr id={`review-more-${checkIn.id}`}><td colSpan={COLUMNS} className={styles.more}><Details item={item} /></td></tr>}
            </React.Fragment>
          );
        })}
      </tbody>
    </table>
  </ScrollRegion>
);

/** Where a table has no room each report is a block of its own; between a phone and a screen its buttons stand beside it. */
export const ReviewBlocks: React.FC<ReviewListProps> = ({ items, today, actions }) => {
  const narrow = useWidthClass() === 'narrow';
  return (
    <ul className={styles.blocks} aria-label={texts.Review_Table}>
      {items.map(item => {
        const { checkIn } = item;
        const state = <State item={item} />;
        const buttons = <Actions item={item} actions={actions} />;
        return (
          <li key={checkIn.id} className={`${styles.block} ${narrow ? '' : styles.blockWide}`}>
            <div className={styles.blockHead}>
              <Toggle item={item} actions={actions} />
              {narrow && state}
            </div>
            <p className={styles.title} title={item.status.keyResult.title}>{item.status.keyResult.title}</p>
            <p className={styles.blockFigure}>
              <span className={base.strong}>{reportsText(item)}</span>
              <span className={base.quiet}> · {leavesText(item, today)}</span>
            </p>
            <p className={`${base.small} ${base.quiet}`}>
              {[checkIn.process, formatDay(checkIn.reportedOn)].filter(Boolean).join(' · ')} · <Evidence item={item} actions={actions} />
            </p>
            {actions.opened.has(checkIn.id) && <div id={`review-more-${checkIn.id}`} className={styles.blockMore}><Details item={item} /></div>}
            {narrow ? buttons : <div className={styles.blockAside}><div className={styles.blockState}>{state}</div>{buttons}</div>}
          </li>
        );
      })}
    </ul>
  );
};
