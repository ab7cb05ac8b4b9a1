import type { DashboardSectionId } from './parts';

/** What the web part's properties choose; everything is shown where they choose nothing. */
export interface DashboardOptions {
  /** In place of the plan's title. */
  readonly title: string;
  /** Codes of strategic objectives; empty: all. */
  readonly objectives: readonly string[];
  /** Sections left out. */
  readonly hidden: readonly DashboardSectionId[];
}

export const SHOW_ALL: DashboardOptions = { title: '', objectives: [], hidden: [] };

/** Every section, from top to bottom. */
export const SECTION_IDS: readonly DashboardSectionId[] = ['stand', 'needs', 'decisions', 'carries', 'moves', 'city'];

/** The web part's properties as the property pane writes them: a tick a code, a tick a section. */
export interface DashboardProperties {
  readonly title?: string;
  /** `{ OE1: true }`: the objectives shown; none ticked: all. */
  readonly objectives?: Readonly<Record<string, boolean>>;
  /** `{ city: false }`: a section is shown unless it says false; all unticked: all are shown. */
  readonly sections?: Readonly<Record<string, boolean>>;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {};
}

/** What the properties choose. They are kept in the page, where anybody may have written anything: what is not understood chooses nothing. */
export function readOptions(properties: unknown): DashboardOptions {
  const { title, objectives, sections } = recordOf(properties);
  const chosen = recordOf(objectives);
  const shown = recordOf(sections);
  const hidden = SECTION_IDS.filter(id => shown[id] === false);
  return {
    title: typeof title === 'string' ? title.trim() : '',
    objectives: Object.keys(chosen).filter(code => chosen[code] === true).sort(),
    hidden: hidden.length === SECTION_IDS.length ? [] : hidden
  };
}
