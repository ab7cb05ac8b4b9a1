import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { CheckIn, KeyResultCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { EmptyState } from '../../components/empty-state/empty-state';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { ProcessDecisions } from '../decisions/process-decisions';
import { DueBox } from './due-box';
import { FilterBar } from './filter-bar';
import { NO_FILTERS } from './filters';
import { Head } from './head';
import styles from './my-results.module.scss';
import { ResultGroupSection } from './result-group';
import { ALL } from './use-process';
import { useMyResults } from './use-my-results';

export type OnReport = (keyResult: KeyResultCode, checkIn?: CheckIn) => void;

export interface MyResultsProps {
  readonly board: Board;
  readonly onReport: OnReport;
}

/** What a person owes, by when, and which of their process's key results is slipping. */
export const MyResults: React.FC<MyResultsProps> = ({ board, onReport }) => {
  const model = useMyResults(board);
  const { choice, chooseProcess, items, groups, setFilters } = model;
  const clear = (): void => setFilters(NO_FILTERS);
  return (
    <>
      <Head board={board} model={model} />
      {choice.kind === 'none' && (
        <EmptyState
          icon="people"
          message={strings.MyResults_NoProcess}
          actions={<Button kind="primary" onClick={() => chooseProcess(ALL)}>{strings.MyResults_SeeAll}</Button>}
        />
      )}
      {choice.kind === 'all' && items.length === 0 && <EmptyState message={strings.MyResults_NoResults} />}
      {choice.kind === 'process' && items.length > 0 && (
        <DueBox board={board} process={choice.code} own={model.own} onReport={onReport} onSeeAll={() => setFilters({ ...NO_FILTERS, due: true })} />
      )}
      {choice.kind === 'process' && <ProcessDecisions board={board} process={choice.code} />}
      {items.length > 0 && (
        <>
          <FilterBar model={model} onClear={clear} />
          <h2><VisuallyHidden>{strings.MyResults_List}</VisuallyHidden></h2>
          {groups.map((group) => <ResultGroupSection key={group.objective.code} board={board} group={group} onReport={onReport} />)}
          {groups.length === 0 && (
            <div className={styles.nothing}>
              <EmptyState
                icon="search"
                message={strings.MyResults_NoMatch}
                actions={<Button onClick={clear}>{strings.MyResults_ClearFilters}</Button>}
              />
            </div>
          )}
        </>
      )}
    </>
  );
};
