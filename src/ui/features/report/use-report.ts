import * as React from 'react';
import type { Board } from '../../../application/board';
import type { CheckIn, KeyResult, ProcessCode } from '../../../domain';
import { useServices } from '../../services';
import { checkForm } from './check';
import type { CheckedForm, FormField, FormIssue } from './check';
import { choicesOf } from './eligibility';
import type { Choices } from './eligibility';
import { issueText, readingsOf } from './issue-texts';
import type { Saved } from './send';
import { useForm } from './use-form';
import type { FormState } from './use-form';
import { useIds } from './use-ids';
import { useSave } from './use-save';
import type { Saving } from './use-save';

export interface ReportInput {
  readonly board: Board;
  readonly keyResult: KeyResult;
  readonly process: ProcessCode | null;
  readonly checkIn: CheckIn | null;
  readonly onSaved: (saved: Saved) => void;
}

export interface FieldMessageText {
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

export interface Report {
  readonly id: (name: string) => string;
  readonly choices: Choices;
  readonly fields: FormState;
  readonly checked: CheckedForm;
  readonly saving: Saving;
  /** What is shown at a field by now. */
  readonly messagesOf: (field: FormField) => readonly FieldMessageText[];
  /** The first error shown at a field. */
  readonly errorOf: (field: FormField) => string | null;
  /** The two readings to choose from, once the person has left the field. */
  readonly readings: readonly [number, number] | null;
  /** Fields with an error that is shown. */
  readonly errors: number;
  /** The person has left a field: what is wrong with it may be said now. */
  readonly leave: (field: FormField) => void;
  readonly focusField: (field: FormField) => void;
  readonly save: () => void;
}

const CONTROLS = 'input, textarea, select, button';

function controlIn(element: HTMLElement | null): HTMLElement | null {
  if (!element || element.matches(CONTROLS)) return element;
  return element.querySelector<HTMLElement>('input:checked') || element.querySelector<HTMLElement>(CONTROLS);
}

/** The check-in panel's logic: the form, what is wrong with it, and saving it. */
export function useReport({ board, keyResult, process, checkIn, onSaved }: ReportInput): Report {
  const services = useServices();
  const id = useIds('report');
  const choices = choicesOf(board, keyResult, checkIn);
  const fields = useForm({ board, keyResult, checkIn, choices, process }, services);
  const { form, clientKey, original } = fields;
  const [left, setLeft] = React.useState<readonly FormField[]>([]);
  const [asked, setAsked] = React.useState(false);
  const [focus, setFocus] = React.useState<{ field: FormField } | null>(null);
  // The moment counts only on sending; between keystrokes the figures do not depend on it.
  const checked = checkForm(board, keyResult, form, original, clientKey, services.now());

  const isShown = (issue: FormIssue): boolean => (
    asked || left.indexOf(issue.field) >= 0 || (issue.severity === 'warning' && issue.field === 'stagesDone')
  );
  const shown = checked.issues.filter(isShown);
  const errorFields = (issues: readonly FormIssue[]): FormField[] => (
    issues.filter((issue) => issue.severity === 'error').map((issue) => issue.field).filter((field, index, all) => all.indexOf(field) === index)
  );
  const messagesOf = (field: FormField): readonly FieldMessageText[] => (
    shown.filter((issue) => issue.field === field).map((issue) => ({ text: issueText(issue, keyResult, form), severity: issue.severity }))
  );

  const focusField = (field: FormField): void => {
    const control = controlIn(document.getElementById(id(field)));
    if (control) control.focus();
  };
  const focusFieldRef = React.useRef(focusField);
  focusFieldRef.current = focusField;
  // After rendering, so that the field says what is wrong with it by the time it takes the focus.
  React.useEffect(() => {
    if (focus) focusFieldRef.current(focus.field);
  }, [focus]);

  const showErrors = (first: FormField | undefined): void => {
    setAsked(true);
    if (first) setFocus({ field: first });
  };

  const saving = useSave({
    services,
    workspace: board.workspace,
    keyResult,
    original,
    prepare: () => {
      fields.keepNow();
      const now = checkForm(board, keyResult, fields.latest().form, original, fields.latest().clientKey, services.now());
      const [first] = errorFields(now.issues);
      if (!first) return now.draft;
      showErrors(first);
      return null;
    },
    onInvalid: (issues) => showErrors(issues[0] && issues[0].field),
    onSaved: (saved) => {
      fields.done();
      onSaved(saved);
    }
  });

  return {
    id,
    choices,
    fields,
    checked,
    saving,
    messagesOf,
    errorOf: (field) => {
      const error = messagesOf(field).find(({ severity }) => severity === 'error');
      return error ? error.text : null;
    },
    readings: shown.some((issue) => issue.kind === 'valueAmbiguous') ? readingsOf(form.valueText) : null,
    errors: errorFields(shown).length,
    leave: (field) => setLeft((fieldsLeft) => (fieldsLeft.indexOf(field) >= 0 ? fieldsLeft : [...fieldsLeft, field])),
    focusField,
    save: () => saving.save()
  };
}
