import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Chip } from '../../components/chip/chip';
import { Icon } from '../../components/icon/icon';
import { Select } from '../../components/select/select';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import { matches, sharingOf } from './matrix-filters';
import type { Sharing } from './matrix-filters';
import type { MatrixView } from './use-matrix';
import styles from './matrix-toolbar.module.scss';

export interface MatrixToolbarProps {
  readonly view: MatrixView;
  /** As a list there is nothing to highlight. */
  readonly asList: boolean;
}

const SHARING: readonly { readonly sharing: Sharing; readonly word: string }[] = [
  { sharing: 'none', word: strings.Matrix_WithoutProcess },
  { sharing: 'one', word: strings.Matrix_OneProcess },
  { sharing: 'several', word: strings.Matrix_Shared }
];

/** Milliseconds without typing after which the address takes over what was typed. */
const TYPING = 200;

const Search: React.FC<{ value: string; onChange: (value: string) => void }> = ({ value, onChange }) => {
  const [typed, setTyped] = React.useState(value);
  const sent = React.useRef(value);
  const onChangeRef = React.useRef(onChange);
  onChangeRef.current = onChange;
  // The address may change without the field: by going back, or by taking the filters away.
  React.useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  React.useEffect(() => {
    if (typed === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed;
      onChangeRef.current(typed);
    }, TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className={styles.search}>
      <VisuallyHidden>{strings.Matrix_Search}</VisuallyHidden>
      <Icon name="search" className={styles.searchIcon} />
      <input
        type="search"
        className={`${base.input} ${styles.searchField}`}
        value={typed}
        placeholder={strings.Matrix_Search}
        onChange={event => setTyped(event.target.value)}
      />
    </label>
  );
};

/** Search, filters, and what stands out. */
export const MatrixToolbar: React.FC<MatrixToolbarProps> = ({ view, asList }) => {
  const { matrix, query } = view;
  // Chips count within the chosen process: "Sin responsable" is nobody's, and leaves the process aside.
  const scope = matrix.keyResults.filter(row =>
    matches(row, { search: '', sharing: null, light: null, process: query.process }, matrix.processes)
  );
  const late = scope.filter(row => row.status.light === 'rojo').length;
  const countOf = (sharing: Sharing): number =>
    (sharing === 'none' ? matrix.keyResults : scope).filter(row => sharingOf(row) === sharing).length;
  const toggleSharing = (sharing: Sharing): void => {
    if (query.sharing === sharing) view.change({ sharing: null });
    else view.change(sharing === 'none' ? { sharing, process: null } : { sharing });
  };
  const chooseProcess = (code: string): void =>
    view.change({
      process: code === '' ? null : code,
      ...(code !== '' && query.sharing === 'none' ? { sharing: null } : {})
    });
  return (
    <div className={styles.tools} role="group" aria-label={strings.Matrix_Filters}>
      <Search value={query.search} onChange={search => view.change({ search })} />
      <label className={styles.process}>
        <span className={asList ? base.label : styles.hiddenLabel}>{strings.Matrix_Process}</span>
        <Select className={styles.select} value={query.process ?? ''} onChange={event => chooseProcess(event.target.value)}>
          <option value="">{strings.Matrix_AllProcesses}</option>
          {matrix.processes.map((process, index) => (
            <option key={process} value={process}>
              {plural(strings.Matrix_ProcessOption, matrix.totals.byProcess[index], { process })}
            </option>
          ))}
        </Select>
      </label>
      <div className={styles.chips}>
        {!asList && query.highlight !== null && (
          <button type="button" className={styles.highlight} onClick={() => view.change({ highlight: null })}>
            {text(strings.Matrix_Highlighted, { process: query.highlight })}
            <Icon name="close" className={styles.close} />
            <VisuallyHidden>{strings.Matrix_HighlightOff}</VisuallyHidden>
          </button>
        )}
        {SHARING.map(({ sharing, word }) => (
          <Chip key={sharing} pressed={query.sharing === sharing} onToggle={() => toggleSharing(sharing)} count={countOf(sharing)}>
            {word}
          </Chip>
        ))}
        <Chip pressed={query.light === 'rojo'} onToggle={() => view.change({ light: query.light === 'rojo' ? null : 'rojo' })} count={late}>
          {strings.Matrix_Late}
        </Chip>
      </div>
    </div>
  );
};
