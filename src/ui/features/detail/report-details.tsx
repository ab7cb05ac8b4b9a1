import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { CheckIn, Evidence } from '../../../domain';
import { Button } from '../../components/button/button';
import { DocumentLink } from '../../components/document-link/document-link';
import { Icon } from '../../components/icon/icon';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import base from '../../theme/base.module.scss';
import styles from './detail.module.scss';

const EvidenceLink: React.FC<{ evidence: Evidence }> = ({ evidence }) => {
  const name = evidence.text.trim() === '' ? evidence.url : evidence.text;
  return <DocumentLink url={evidence.url}><Icon name="doc" />{name}</DocumentLink>;
};

const Line: React.FC<{ label: string; value: string }> = ({ label, value }) =>
  value.trim() === '' ? null : (
    <p className={styles.line}>
      <span className={base.quiet}>{label}</span> {value}
    </p>
  );

/** What was told with a report: what was achieved, what stands in the way, what comes next, where the proof lies. */
export const ReportDetails: React.FC<{ checkIn: CheckIn; onCorrect?: () => void }> = ({ checkIn, onCorrect }) => (
  <div className={styles.told}>
    {checkIn.narrative.trim() !== '' && <p className={styles.narrative}>{checkIn.narrative}</p>}
    <Line label={strings.Detail_Obstacles} value={checkIn.obstacles} />
    <Line label={strings.Detail_NextStep} value={checkIn.nextStep} />
    {checkIn.review === 'returned' && <Line label={strings.Detail_ReturnedBecause} value={checkIn.reviewNote} />}
    {checkIn.evidence.length > 0 && (
      <ul className={styles.evidence} aria-label={strings.Detail_Evidence}>
        {checkIn.evidence.map((evidence, index) => (
          <li key={`${index} ${evidence.url}`}>
            <EvidenceLink evidence={evidence} />
          </li>
        ))}
      </ul>
    )}
    {onCorrect && (
      <p>
        <Button kind="subtle" onClick={onCorrect}>
          <Icon name="edit" />
          {strings.Due_Correct}
          <VisuallyHidden> {checkIn.quarter}</VisuallyHidden>
        </Button>
      </p>
    )}
  </div>
);
