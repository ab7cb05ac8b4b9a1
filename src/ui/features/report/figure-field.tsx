import * as React from 'react';
import type { Board } from '../../../application/board';
import type { KeyResult } from '../../../domain';
import { LevelField } from './level-field';
import { measureOf } from './measure';
import { NumberField } from './number-field';
import { valueQuestion } from './questions';
import { StagesField } from './stages-field';
import type { Report } from './use-report';

export interface FigureFieldProps {
  readonly board: Board;
  readonly keyResult: KeyResult;
  readonly report: Report;
  readonly inputRef: React.RefObject<HTMLInputElement>;
}

/** Asks for the figure in the way the key result is measured; nothing where it is told in words alone. */
export const FigureField: React.FC<FigureFieldProps> = ({ board, keyResult, report, inputRef }) => {
  const { id, fields, checked, messagesOf } = report;
  const { form, change } = fields;
  const measure = measureOf(keyResult);
  const quarter = board.workspace.quarters.find((row) => row.code === form.quarter);
  const question = quarter ? valueQuestion(keyResult, quarter, board.today) : '';
  const before = checked.preview ? checked.preview.before : null;
  if (measure === 'words') return null;
  if (measure === 'stages') {
    return (
      <StagesField
        id={id('stagesDone')}
        question={question}
        keyResult={keyResult}
        done={form.stagesDone}
        before={before ? before.accumulated.stagesDone : []}
        onChange={(stagesDone) => change({ stagesDone })}
        messages={messagesOf('stagesDone')}
        inputRef={inputRef}
      />
    );
  }
  if (measure === 'level') {
    return (
      <LevelField
        id={id('value')}
        question={question}
        keyResult={keyResult}
        level={form.level}
        before={before && before.accumulated.value}
        onChange={(level) => change({ level })}
        messages={messagesOf('value')}
        inputRef={inputRef}
      />
    );
  }
  return (
    <NumberField
      id={id('value')}
      question={question}
      keyResult={keyResult}
      valueText={form.valueText}
      onChange={(valueText) => change({ valueText })}
      onLeave={() => { if (form.valueText.trim() !== '') report.leave('value'); }}
      messages={messagesOf('value')}
      readings={report.readings}
      inputRef={inputRef}
    />
  );
};
