import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { EvidenceLibrary } from '../../../application/ports';
import type { Evidence, ProcessCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { DocumentLink } from '../../components/document-link/document-link';
import { Icon } from '../../components/icon/icon';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { text } from '../../formatting';
import { evidenceName, evidencePath } from './evidence-links';
import { EvidencePicker } from './evidence-picker';
import styles from './evidence.module.scss';
import { FieldMessage } from './field-message';
import { LinkForm } from './link-form';

export interface EvidenceFieldProps {
  readonly id: string;
  readonly library: EvidenceLibrary;
  readonly process: ProcessCode;
  readonly siteUrl: string;
  readonly evidence: readonly Evidence[];
  readonly onChange: (evidence: readonly Evidence[]) => void;
  readonly error: string | null;
}

/** A document and where it lies. */
const EvidenceItem: React.FC<{ document: Evidence; siteUrl: string }> = ({ document, siteUrl }) => {
  const name = evidenceName(document);
  const path = evidencePath(document, siteUrl);
  return (
    <div className={styles.document}>
      <DocumentLink className={styles.name} url={document.url}>{name}</DocumentLink>
      <span className={styles.place}>{path}</span>
    </div>
  );
};

/** Documents that show what was reported: from SIGACI, or by their address. */
export const EvidenceField: React.FC<EvidenceFieldProps> = ({ id, library, process, siteUrl, evidence, onChange, error }) => {
  const [open, setOpen] = React.useState<'picker' | 'link' | null>(null);
  const pick = React.useRef<HTMLButtonElement>(null);
  const paste = React.useRef<HTMLButtonElement>(null);
  const [said, setSaid] = React.useState('');

  const closeLink = (): void => {
    setOpen(null);
    if (paste.current) paste.current.focus();
  };
  const remove = (removed: Evidence): void => {
    onChange(evidence.filter((other) => other !== removed));
    setSaid(text(strings.Report_EvidenceRemoved, { name: evidenceName(removed) }));
    if (pick.current) pick.current.focus();
  };

  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={error ? `${id}-error` : undefined}>
      <p id={`${id}-label`} className={styles.title}>{strings.Report_Evidence}</p>
      <div className={error ? `${styles.box} ${styles.bad}` : styles.box}>
        {evidence.length > 0 && (
          <ul>
            {evidence.map((document) => (
              <li key={document.url} className={styles.item}>
                <Icon name="doc" />
                <EvidenceItem document={document} siteUrl={siteUrl} />
                <Button kind="icon" aria-label={text(strings.Report_EvidenceRemove, { name: evidenceName(document) })} onClick={() => remove(document)}>
                  <Icon name="close" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.add}>
          <Button id={id} ref={pick} kind="subtle" onClick={() => setOpen('picker')}><Icon name="folder" />{strings.Report_EvidencePick}</Button>
          <Button ref={paste} kind="subtle" aria-expanded={open === 'link'} onClick={() => setOpen(open === 'link' ? null : 'link')}>
            <Icon name="link" />{strings.Report_EvidencePaste}
          </Button>
        </div>
        {open === 'link' && (
          <LinkForm
            id={`${id}-link`}
            present={evidence}
            onAdd={(link) => {
              onChange([...evidence, link]);
              setSaid(text(strings.Report_EvidenceAdded, { name: link.text }));
              closeLink();
            }}
            onClose={closeLink}
          />
        )}
      </div>
      {error && <FieldMessage id={`${id}-error`}>{error}</FieldMessage>}
      <VisuallyHidden><span role="status">{said}</span></VisuallyHidden>
      {open === 'picker' && (
        <EvidencePicker
          library={library}
          process={process}
          present={evidence}
          onPick={(picked) => { onChange([...evidence, ...picked]); setOpen(null); }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
};
