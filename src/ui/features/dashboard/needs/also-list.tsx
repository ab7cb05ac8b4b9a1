import * as React from 'react';
import * as texts from 'TableroStrings';
import { Button } from '../../../components/button/button';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatNumber, text } from '../../../formatting';
import { RouteLink } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { useOpenList } from '../use-open-list';
import type { AlsoGroup } from './also-groups';
import styles from './needs.module.scss';

/** Entries shown before somebody asks for all. */
const FIRST = 2;
/** Parameter of the address that holds the open groups, so that going back finds them open. */
const OPEN = 'lista';

/** Beside the ranking: everything else that asks for attention, counted, each entry leading to its key result. */
export const AlsoList: React.FC<{ groups: readonly AlsoGroup[] }> = ({ groups }) => {
  const { isOpen, toggle } = useOpenList(OPEN);
  return (
    <ul className={styles.also}>
      {groups.map(({ id, title, note, entries }) => {
        const whole = isOpen(id);
        const shown = whole ? entries : entries.slice(0, FIRST);
        return (
          <li key={id}>
            <h4 className={styles.alsoTitle}>{title} <span className={base.num}>{formatNumber(entries.length)}</span></h4>
            {note && <p className={styles.alsoNote}>{note}</p>}
            <ul className={styles.entries}>
              {shown.map(entry => (
                <li key={entry.key}>
                  <RouteLink id={`tablero-${id}-${entry.key}`} className={styles.entry} to={entry.to}>
                    {entry.code && <span className={base.code}>{entry.code}</span>} {entry.label}
                  </RouteLink>
                  {entry.note && <span className={styles.entryNote}>{entry.note}</span>}
                </li>
              ))}
            </ul>
            {entries.length > FIRST && (
              <Button kind="subtle" className={styles.all} id={`tablero-ver-${id}`} aria-expanded={whole} onClick={() => toggle(id)}>
                {whole ? texts.Needs_ShowFewer : text(texts.Needs_ShowAll, { n: entries.length })}
                <VisuallyHidden> {title.toLowerCase()}</VisuallyHidden>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
