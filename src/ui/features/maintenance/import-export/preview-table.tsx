import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { ListName } from '../../../../domain';
import { type EntryKind, type PreviewEntry, tableOf, TABLES } from '../../../../application/import';
import { Button } from '../../../components/button/button';
import { Chip } from '../../../components/chip/chip';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { Select } from '../../../components/select/select';
import { plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import styles from './import-export.module.scss';
import { changeText, issueText, KINDS } from './words';

/** Rows drawn at once: a browser is slow to draw thousands, and nobody reads them. */
const PAGE = 100;
/** Columns told of a row before the rest is only counted. */
const MOST_FIELDS = 6;
const ORDER: readonly EntryKind[] = ['create', 'change', 'refuse', 'same'];

const LIGHTS: Readonly<Record<EntryKind, string>> = { create: base.verde, change: base.cumplido, refuse: base.rojo, same: base.sinDato };

const Detail: React.FC<{ entry: PreviewEntry }> = ({ entry }) => {
  // Of a new row its own columns; the title stands beside it already.
  const changes = entry.kind === 'same' ? [] : entry.changes.filter(({ column }) => !column.derived && !(entry.kind === 'create' && column.name === 'Title'));
  const fields = entry.kind === 'refuse' ? [] : changes.slice(0, MOST_FIELDS);
  const more = entry.kind === 'refuse' ? 0 : changes.length - fields.length;
  return (
    <>
      {entry.issues.map((issue, index) => (
        <p key={index} className={issue.severity === 'error' ? styles.refusal : issue.severity === 'warning' ? styles.doubt : styles.remark}>{issueText(issue)}</p>
      ))}
      {fields.length > 0 && <ul className={styles.fields}>{fields.map(change => <li key={change.column.name}>{changeText(change, entry.kind)}</li>)}</ul>}
      {more > 0 && <p className={styles.remark}>{plural(texts.Import_MoreFields, more)}</p>}
    </>
  );
};

interface RowProps {
  readonly entry: PreviewEntry;
  readonly taken: boolean;
  readonly onTake: (id: string, taken: boolean) => void;
}

const Row: React.FC<RowProps> = React.memo(function Row({ entry, taken, onTake }) {
  const writable = entry.kind === 'create' || entry.kind === 'change';
  return (
    <tr>
      <td className={styles.take}>
        {writable && (
          <input type="checkbox" checked={taken} aria-label={text(texts.Import_TakeRow, { name: entry.name })} onChange={event => onTake(entry.id, event.target.checked)} />
        )}
      </td>
      <td><span className={`${styles.pill} ${LIGHTS[entry.kind]}`}>{KINDS[entry.kind]}</span></td>
      <th scope="row">
        <span className={base.strong}>{entry.name}</span>
        {entry.title !== '' && entry.title !== entry.name && <span className={styles.title}>{entry.title}</span>}
        <span className={styles.remark}>
          {entry.row > 0 ? text(texts.Import_Where, { sheet: entry.sheet, row: String(entry.row) }) : tableOf(entry.list).sheet}
        </span>
      </th>
      <td><Detail entry={entry} /></td>
    </tr>
  );
});

export interface PreviewTableProps {
  readonly entries: readonly PreviewEntry[];
  readonly counts: Readonly<Record<EntryKind, number>>;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], taken: boolean) => void;
}

/** Row by row what will be created, changed, refused or left as it is; which rows to take. */
export const PreviewTable: React.FC<PreviewTableProps> = ({ entries, counts, selected, onSelect }) => {
  const [kind, setKind] = React.useState<EntryKind | null>(null);
  const [list, setList] = React.useState<ListName | ''>('');
  const [shown, setShown] = React.useState(PAGE);
  const found = React.useMemo(
    () => entries.filter(entry => (kind === null || entry.kind === kind) && (list === '' || entry.list === list)), [entries, kind, list]
  );
  const lists = React.useMemo(() => TABLES.filter(table => entries.some(entry => entry.list === table.list)), [entries]);
  const writable = React.useMemo(() => found.filter(entry => entry.kind === 'create' || entry.kind === 'change').map(({ id }) => id), [found]);
  const filter = (next: EntryKind | null): void => {
    setKind(next);
    setShown(PAGE);
  };
  const onTake = React.useCallback((id: string, taken: boolean) => onSelect([id], taken), [onSelect]);
  return (
    <>
      <div className={styles.filters} role="group" aria-label={texts.Import_Filters}>
        <Chip pressed={kind === null} onToggle={() => filter(null)} count={entries.length}>{texts.Import_FilterAll}</Chip>
        {ORDER.map(one => <Chip key={one} pressed={kind === one} onToggle={() => filter(kind === one ? null : one)} count={counts[one]}>{KINDS[one]}</Chip>)}
        <label className={styles.listFilter}>
          <span className={styles.listLabel}>{texts.Import_FilterList}</span>
          <Select value={list} onChange={event => { setList(event.target.value as ListName | ''); setShown(PAGE); }}>
            <option value="">{texts.Import_AllLists}</option>
            {lists.map(table => <option key={table.list} value={table.list}>{table.sheet}</option>)}
          </Select>
        </label>
      </div>
      {writable.length > 1 && (
        <div className={styles.bulk}>
          <Button kind="subtle" onClick={() => onSelect(writable, true)}>{texts.Import_SelectAll}</Button>
          <Button kind="subtle" onClick={() => onSelect(writable, false)}>{texts.Import_SelectNone}</Button>
        </div>
      )}
      <ScrollRegion label={texts.Import_ColWhat}>
        <table className={`${base.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{texts.Import_ColTake}</th>
              <th scope="col">{texts.Import_ColState}</th>
              <th scope="col">{texts.Import_ColWhat}</th>
              <th scope="col">{texts.Import_ColDetail}</th>
            </tr>
          </thead>
          <tbody>{found.slice(0, shown).map(entry => <Row key={entry.id} entry={entry} taken={selected.has(entry.id)} onTake={onTake} />)}</tbody>
        </table>
      </ScrollRegion>
      {found.length > shown && (
        <Button className={styles.more} onClick={() => setShown(shown + PAGE)}>{plural(texts.Import_More, Math.min(PAGE, found.length - shown))}</Button>
      )}
    </>
  );
};
