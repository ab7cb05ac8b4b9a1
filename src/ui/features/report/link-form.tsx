import * as React from 'react';
import * as strings from 'SigaciStrings';
import { DRAFT_LIMITS } from '../../../domain';
import type { Evidence } from '../../../domain';
import { Button } from '../../components/button/button';
import base from '../../theme/base.module.scss';
import { checkLink } from './evidence-links';
import type { LinkFault } from './evidence-links';
import styles from './evidence.module.scss';
import { FieldMessage } from './field-message';

const FAULTS: Readonly<Record<LinkFault, string>> = {
  empty: strings.Report_LinkEmpty,
  notAllowed: strings.Report_LinkNotAllowed,
  plainHttp: strings.Report_LinkPlainHttp,
  tooLong: strings.Report_IssueLinkTooLong,
  repeated: strings.Report_LinkRepeated
};

export interface LinkFormProps {
  readonly id: string;
  readonly present: readonly Evidence[];
  readonly onAdd: (evidence: Evidence) => void;
  readonly onClose: () => void;
}

/** An address pasted by hand. Only https and addresses of the site itself are taken. */
export const LinkForm: React.FC<LinkFormProps> = ({ id, present, onAdd, onClose }) => {
  const [address, setAddress] = React.useState('');
  const [name, setName] = React.useState('');
  const [fault, setFault] = React.useState<LinkFault | null>(null);
  const field = React.useRef<HTMLInputElement>(null);
  const whole = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (field.current) field.current.focus();
  }, []);
  // Focusing brings the field alone into sight, not the message and the button below it.
  React.useEffect(() => {
    if (whole.current) whole.current.scrollIntoView({ block: 'nearest' });
  }, [fault]);

  const add = (): void => {
    const checked = checkLink(address, name, present);
    if ('evidence' in checked) {
      onAdd(checked.evidence);
      return;
    }
    setFault(checked.fault);
    if (field.current) field.current.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      // Adds the link; it does not send the report around it.
      event.preventDefault();
      add();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <div ref={whole} className={styles.link}>
      <div className={base.field}>
        <label htmlFor={id} className={base.label}>{strings.Report_LinkAddress}</label>
        <input
          id={id}
          ref={field}
          className={base.input}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={address}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-error` : `${id}-hint`}
          onChange={(event) => { setAddress(event.target.value); setFault(null); }}
          onKeyDown={onKeyDown}
        />
        {fault ? <FieldMessage id={`${id}-error`}>{FAULTS[fault]}</FieldMessage> : <span id={`${id}-hint`} className={base.hint}>{strings.Report_LinkHint}</span>}
      </div>
      <div className={base.field}>
        <label htmlFor={`${id}-name`} className={base.label}>{strings.Report_LinkName}</label>
        <input
          id={`${id}-name`}
          className={base.input}
          type="text"
          autoComplete="off"
          maxLength={DRAFT_LIMITS.linkText}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.linkActions}>
        <Button onClick={onClose}>{strings.Report_Cancel}</Button>
        <Button onClick={add}>{strings.Report_LinkAdd}</Button>
      </div>
    </div>
  );
};
