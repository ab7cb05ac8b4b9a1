import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Light } from '../../../domain';
import { Button } from '../../components/button/button';
import { Chip } from '../../components/chip/chip';
import { Icon } from '../../components/icon/icon';
import { LIGHTS, LightShape, lightWord } from '../../components/light/light';
import { Select } from '../../components/select/select';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../formatting';
import { isFiltered } from './filters';
import styles from './my-results.module.scss';
import type { MyResultsModel } from './use-my-results';

/** Milliseconds without typing after which the search goes into the address. */
const SETTLED = 250;

/** What is typed shows at once; the list and the address follow when the typing pauses. */
function useSearch(search: string, setSearch: (search: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = React.useState(search);
  const sent = React.useRef(search);
  React.useEffect(() => {
    // Changed from outside: a link, the back button, "Quitar filtros".
    if (search !== sent.current) {
      sent.current = search;
      setTyped(search);
    }
  }, [search]);
  React.useEffect(() => {
    if (typed.trim() === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      setSearch(sent.current);
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [typed, setSearch]);
  return [typed, setTyped];
}

export const FilterBar: React.FC<{ model: MyResultsModel; onClear: () => void }> = ({ model, onClear }) => {
  const { filters, setFilters, found, objectives, items } = model;
  const setSearch = React.useCallback((search: string) => setFilters({ search }), [setFilters]);
  const [typed, setTyped] = useSearch(filters.search, setSearch);
  const toggle = (light: Light): void => setFilters({
    lights: filters.lights.indexOf(light) >= 0 ? filters.lights.filter((other) => other !== light) : [...filters.lights, light]
  });
  const filtered = isFiltered(filters);
  return (
    <div className={styles.filters} role="group" aria-label={strings.MyResults_Filters}>
      <span className={styles.search}>
        <Icon name="search" className={styles.searchIcon} />
        <input
          type="search"
          className={styles.searchField}
          aria-label={strings.MyResults_Search}
          placeholder={strings.MyResults_SearchShort}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <div className={styles.chips}>
        {(objectives.length > 1 || filters.objective !== null) && (
          <Select
            className={styles.objective}
            aria-label={strings.MyResults_Objective}
            value={filters.objective || ''}
            onChange={(event) => setFilters({ objective: event.target.value || null })}
          >
            <option value="">{strings.MyResults_AllObjectives}</option>
            {objectives.map((objective) => <option key={objective.code} value={objective.code}>{objective.code} {objective.title}</option>)}
          </Select>
        )}
        {(found.due > 0 || filters.due) && (
          <Chip pressed={filters.due} count={found.due} onToggle={() => setFilters({ due: !filters.due })}>{strings.Due_Chip}</Chip>
        )}
        {LIGHTS.filter((light) => found.lights[light] > 0 || filters.lights.indexOf(light) >= 0).map((light) => (
          <Chip key={light} pressed={filters.lights.indexOf(light) >= 0} count={found.lights[light]} onToggle={() => toggle(light)}>
            <LightShape light={light} />{lightWord(light)}
          </Chip>
        ))}
        {filtered && <Button kind="subtle" className={styles.clear} onClick={onClear}>{strings.MyResults_ClearFilters}</Button>}
      </div>
      <VisuallyHidden>
        <span role="status">
          {filtered ? text(strings.MyResults_FoundOf, { n: found.items.length, total: items.length }) : plural(strings.MyResults_Found, items.length)}
        </span>
      </VisuallyHidden>
    </div>
  );
};
