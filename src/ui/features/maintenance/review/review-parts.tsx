import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { ReviewItem } from '../../../../application/review';
import { isAllowedLink } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { confidenceWord } from '../../../components/confidence/confidence';
import { Icon } from '../../../components/icon/icon';
import { Light } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../../formatting';
import * as strings from 'SigaciStrings';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { ReportDetails } from '../../detail/report-details';
import { REVIEW } from '../../detail/report-texts';
import { observationText, reportName } from './review-texts';
import styles from './review.module.scss';

/** What can be done with an item, handed down to rows and blocks. */
export interface ItemActions {
  readonly busy: ReadonlySet<number>;
  readonly opened: ReadonlySet<number>;
  readonly onToggle: (id: number) => void;
  readonly onApprove: (item: ReviewItem) => void;
  readonly onReturn: (item: ReviewItem) => void;
}

/** Opens and closes what was told with a report. */
export const Toggle: React.FC<{ item: ReviewItem; actions: ItemActions }> = ({ item, actions }) => {
  const { id } = item.checkIn;
  const open = actions.opened.has(id);
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={open}
      aria-controls={`review-more-${id}`}
      onClick={() => actions.onToggle(id)}
    >
      <Icon name={open ? 'down' : 'right'} />
      <span className={base.code}>{item.checkIn.keyResult}</span>
      <VisuallyHidden> {text(texts.Review_Details, { process: item.checkIn.process || '' })}</VisuallyHidden>
    </button>
  );
};

/** `1 documento`, which is a link where there is only one; else how many. */
export const Evidence: React.FC<{ item: ReviewItem; actions: ItemActions }> = ({ item: { checkIn }, actions }) => {
  const { evidence } = checkIn;
  if (evidence.length === 0) return <Light light="amarillo" word={texts.Review_WithoutEvidence} />;
  const words = plural(texts.Review_Documents, evidence.length);
  if (evidence.length === 1 && isAllowedLink(evidence[0].url)) {
    return (
      <a href={evidence[0].url} target="_blank" rel="noopener noreferrer" title={evidence[0].text}>
        {words}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
      </a>
    );
  }
  return (
    <button type="button" className={styles.linkLike} onClick={() => { if (!actions.opened.has(checkIn.id)) actions.onToggle(checkIn.id); }}>
      {words}
    </button>
  );
};

/** The key result's light now, and what it would be without this report. */
export const State: React.FC<{ item: ReviewItem }> = ({ item }) => (
  <>
    <Light light={item.status.light} />
    {item.observations.filter(({ kind }) => kind === 'changesState').map(observation => (
      <span key={observation.kind} className={styles.under}>{observationText(observation)}</span>
    ))}
  </>
);

/** The buttons, or why there are none. */
export const Actions: React.FC<{ item: ReviewItem; actions: ItemActions }> = ({ item, actions }) => {
  const { checkIn, own } = item;
  if (own) return <span className={`${base.small} ${base.quiet}`}>{texts.Review_Own}</span>;
  const waiting = actions.busy.size > 0;
  const name = <VisuallyHidden> {reportName(checkIn)}</VisuallyHidden>;
  return (
    <span className={styles.actions}>
      {checkIn.review !== 'approved' && (
        <Button data-review={checkIn.id} unavailable={waiting} onClick={() => actions.onApprove(item)}>
          {actions.busy.has(checkIn.id) ? texts.Review_Writing : texts.Review_Approve}{name}
        </Button>
      )}
      {checkIn.review !== 'returned' && (
        <Button kind="subtle" unavailable={waiting} onClick={() => actions.onReturn(item)}>{texts.Review_Return}{name}</Button>
      )}
    </span>
  );
};

/** What was told with a report, and what there is to look at. */
export const Details: React.FC<{ item: ReviewItem }> = ({ item }) => {
  const { textOf } = useRouter();
  const { checkIn, observations, status } = item;
  const others = observations.filter(({ kind }) => kind !== 'changesState');
  return (
    <div className={styles.details}>
      {others.length > 0 && (
        <ul className={styles.observations} aria-label={texts.Review_Observations}>
          {others.map((observation, index) => <li key={index}><Icon name="warn" />{observationText(observation)}</li>)}
        </ul>
      )}
      {checkIn.review === 'returned' && <Light light={REVIEW.returned.light} word={REVIEW.returned.word} />}
      <ReportDetails checkIn={checkIn} />
      <p className={`${base.small} ${base.quiet}`}>
        {[
          checkIn.confidence ? confidenceWord(checkIn.confidence) : '', checkIn.author ? checkIn.author.name : '',
          text(texts.Review_Version, { version: checkIn.version })
        ].filter(Boolean).join(' · ')}
      </p>
      <p><RouteLink to={textOf({ page: 'keyResult', keyResult: status.keyResult.code })}>{texts.Review_OpenResult}<VisuallyHidden> {status.keyResult.code}</VisuallyHidden></RouteLink></p>
    </div>
  );
};
