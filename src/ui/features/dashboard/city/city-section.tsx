import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import type { IndicatorKind, IndicatorYear } from '../../../../domain';
import { Bar } from '../../../components/bar/bar';
import { plainShape } from '../../../components/bar/bar-shape';
import type { BarShape } from '../../../components/bar/bar-shape';
import { Button } from '../../../components/button/button';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Icon } from '../../../components/icon/icon';
import { Light } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatLongDay, formatPercent, plural, text } from '../../../formatting';
import { LazyPart } from '../../../frame';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { useWidthClass } from '../../../theme/container-width';
import { CITY_LIGHT, cityPercent, yearFigure } from '../../detail/city-texts';
import { CityYears } from '../../detail/city-years';
import type { YearColumn } from '../../detail/city-years';
import type { DashboardParts } from '../parts';
import { Section } from '../section';
import { cityModel, cityNumber } from './city-model';
import type { CityGroup, CityModel, CityRow } from './city-model';
import styles from './city.module.scss';

const CityChart = React.lazy(() => import(/* webpackChunkName: "city-chart" */ './city-chart'));

/** Parameter of the address that says which indicator is open. */
const OPENED = 'indicador';

const KINDS: Readonly<Record<IndicatorKind, string>> = { Resultado: texts.City_Results, Producto: texts.City_Products };

function groupTitle({ kind, unit }: CityGroup): string {
  return unit === null || kind === 'Producto' ? KINDS[kind] : text(texts.City_InUnit, { kind: KINDS[kind], unit: unit.toLowerCase().replace(/usd/, 'USD') });
}

/** A figure of the year, or why there is none. */
function figure(value: number | null, missing: IndicatorYear['missing']): string {
  return value === null ? yearFigure(null, missing) : cityNumber(value);
}

interface Figures {
  readonly target: string;
  readonly achieved: string;
  readonly compliance: string;
  readonly ofPlan: string;
  readonly progress: string;
}

/** A row's figures as the city writes them. */
export function figuresOf({ year, compliance, ofPlan, progress }: CityRow): Figures {
  const missing = year ? year.missing : 'noData';
  return {
    target: year ? figure(year.target, null) : '—',
    achieved: year ? figure(year.achieved, missing) : strings.Detail_CityNoData,
    compliance: compliance === null ? figure(null, missing) : formatPercent(compliance),
    ofPlan: ofPlan === null ? '—' : ofPlan,
    progress: cityPercent(progress)
  };
}

const ProgressBar: React.FC<{ row: CityRow }> = ({ row: { progress, expected, light } }) => {
  const shape: BarShape = progress === null ? { kind: 'noData', expected } : plainShape(progress, expected);
  const label = progress === null
    ? strings.Bar_NoData
    : text(strings.Bar_ProgressExpected, { progress: cityPercent(progress), expected: cityPercent(expected) });
  return <Bar shape={shape} light={CITY_LIGHT[light].light} label={label} />;
};

const CityWord: React.FC<{ row: CityRow }> = ({ row }) => {
  const { light, word } = CITY_LIGHT[row.light];
  return <Light light={light} word={word} />;
};

/** Key results of ours that count the same. */
const Linked: React.FC<{ row: CityRow }> = ({ row: { keyResults, indicator } }) => {
  const { textOf } = useRouter();
  if (keyResults.length === 0) return null;
  return (
    <span className={styles.linked}>
      {texts.City_Linked}{' '}
      {keyResults.map((code, index) => (
        <React.Fragment key={code}>
          {index > 0 && ', '}
          <RouteLink id={`ciudad-${indicator.code}-${code}`} to={textOf({ page: 'keyResult', keyResult: code })}>{code}</RouteLink>
        </React.Fragment>
      ))}
    </span>
  );
};

/** Where the year left the city's plan. */
const OF_PLAN: readonly YearColumn[] = [
  { title: texts.City_PlanProgress, of: ({ progress }) => cityPercent(progress) },
  { title: texts.City_Expected, of: ({ expected }) => cityPercent(expected) }
];

/** An indicator year by year: the drawing, or the same as a table. */
const ByYear: React.FC<{ row: CityRow; id: string; titled?: boolean }> = ({ row, id, titled = false }) => {
  const [asTable, setAsTable] = React.useState(false);
  return (
    <div id={id} className={styles.byYear}>
      <div className={styles.byYearHead}>
        {titled && <p className={base.strong}>{row.indicator.title}</p>}
        <Button kind="subtle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <Icon name={asTable ? 'chart' : 'table'} />{asTable ? texts.City_AsChart : texts.City_AsTable}
        </Button>
      </div>
      {asTable
        ? <div className={styles.yearsWrap}><CityYears indicator={row.indicator} className={styles.years} more={OF_PLAN} /></div>
        : <div className={styles.chartRoom}><LazyPart over><CityChart row={row} /></LazyPart></div>}
    </div>
  );
};

interface RowsProps {
  readonly model: CityModel;
  /** Code of the indicator shown year by year. */
  readonly opened: string | null;
  readonly onToggle: (code: string) => void;
}

const Toggle: React.FC<{ row: CityRow; opened: boolean; onToggle: (code: string) => void }> = ({ row: { indicator }, opened, onToggle }) => (
  <button
    type="button"
    id={`ciudad-${indicator.code}`}
    className={styles.toggle}
    aria-expanded={opened}
    aria-controls={opened ? `ciudad-anos-${indicator.code}` : undefined}
    onClick={() => onToggle(indicator.code)}
  >
    {opened ? texts.City_HideYears : texts.City_ShowYears}<VisuallyHidden> {indicator.code}</VisuallyHidden>
  </button>
);

const CityTable: React.FC<RowsProps> = ({ model, opened, onToggle }) => (
  <div className={base.tableWrap}>
    <table className={`${base.table} ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">{texts.City_Indicator}</th>
          <th scope="col" className={base.right}>{text(texts.City_Target, { year: String(model.year) })}</th>
          <th scope="col" className={base.right}>{text(texts.City_Achieved, { year: String(model.year) })}</th>
          <th scope="col" className={base.right}>{strings.Detail_CityCompliance}</th>
          <th scope="col" className={`${base.right} ${styles.ofPlan}`}>{texts.City_OfPlanTitle}</th>
          <th scope="col" className={styles.barColumn}>{texts.City_Progress}</th>
          <th scope="col" className={base.right}><span className={styles.shareHead}>{texts.City_Progress}</span></th>
          <th scope="col">{strings.Detail_CityLight}</th>
        </tr>
      </thead>
      {model.groups.map(group => (
        <tbody key={group.kind}>
          <tr className={styles.group}><th colSpan={8} scope="rowgroup">{groupTitle(group)}</th></tr>
          {group.rows.map(row => {
            const { code, title } = row.indicator;
            const figures = figuresOf(row);
            const isOpen = opened === code;
            return (
              <React.Fragment key={code}>
                <tr>
                  <th scope="row" className={styles.name}>
                    <span className={base.code}>{code}</span> {title}
                    <span className={styles.ofPlanUnder}>{texts.City_OfPlanTitle}: {figures.ofPlan}</span>
                    <span className={styles.under}><Toggle row={row} opened={isOpen} onToggle={onToggle} /><Linked row={row} /></span>
                  </th>
                  <td className={base.right}>{figures.target}</td>
                  <td className={base.right}>{figures.achieved}</td>
                  <td className={base.right}>{figures.compliance}</td>
                  <td className={`${base.right} ${styles.ofPlan}`}>{figures.ofPlan}</td>
                  <td className={styles.barColumn}><ProgressBar row={row} /></td>
                  <td className={`${base.right} ${base.strong}`}>{figures.progress}</td>
                  <td><CityWord row={row} /></td>
                </tr>
                {isOpen && <tr><td colSpan={8}><ByYear titled row={row} id={`ciudad-anos-${code}`} /></td></tr>}
              </React.Fragment>
            );
          })}
        </tbody>
      ))}
    </table>
  </div>
);

/** The same on a phone: a block an indicator. */
const CityBlocks: React.FC<RowsProps> = ({ model, opened, onToggle }) => (
  <>
    {model.groups.map(group => (
      <div key={group.kind} className={styles.blockGroup}>
        <h3 className={base.h3}>{groupTitle(group)}</h3>
        <ul className={styles.blocks}>
          {group.rows.map(row => {
            const { code, title } = row.indicator;
            const figures = figuresOf(row);
            const isOpen = opened === code;
            return (
              <li key={code}>
                <p><span className={base.code}>{code}</span> {title}</p>
                <p className={styles.blockFigure}>
                  <strong className={base.num}>{figures.progress}</strong> <CityWord row={row} />
                </p>
                <ProgressBar row={row} />
                <dl className={styles.pairs}>
                  <dt>{text(texts.City_Target, { year: String(model.year) })}</dt><dd>{figures.target}</dd>
                  <dt>{text(texts.City_Achieved, { year: String(model.year) })}</dt><dd>{figures.achieved}</dd>
                  <dt>{strings.Detail_CityCompliance}</dt><dd>{figures.compliance}</dd>
                  <dt>{texts.City_OfPlanTitle}</dt><dd>{figures.ofPlan}</dd>
                </dl>
                <span className={styles.under}><Toggle row={row} opened={isOpen} onToggle={onToggle} /><Linked row={row} /></span>
                {isOpen && <ByYear row={row} id={`ciudad-anos-${code}`} />}
              </li>
            );
          })}
        </ul>
      </div>
    ))}
  </>
);

/** `Plan Indicativo 2020-2023, corte del 31 de agosto de 2023. …` */
export function citySentence(model: CityModel): string {
  return [
    text(texts.City_Cut, { day: formatLongDay(model.cut) }),
    plural(texts.City_Green, model.count, { green: model.green }),
    model.rollUp === null ? '' : text(texts.City_RollUp, { progress: cityPercent(model.rollUp) }),
    texts.City_NotMixed
  ].filter(Boolean).join(' ');
}

/** The city's own figures beside ours, by its rules and in its words. */
export const CitySection: React.FC<DashboardParts> = ({ live, frozen }) => {
  const router = useRouter();
  const isNarrow = useWidthClass() === 'narrow';
  const { dashboard, keyResults } = live.workspace;
  const model = React.useMemo(() => (dashboard ? cityModel(dashboard.indicators, keyResults) : null), [dashboard, keyResults]);
  const opened = router.route.params[OPENED] || null;
  const onToggle = (code: string): void => router.setParams({ [OPENED]: code === opened ? null : code }, { replace: true });
  if (!model) {
    return <Section id="city" title={texts.City_Title}><EmptyState icon="table" message={texts.City_None} /></Section>;
  }
  const sentence = frozen ? `${citySentence(model)} ${texts.City_Today}` : citySentence(model);
  const Rows = isNarrow ? CityBlocks : CityTable;
  return (
    <Section id="city" title={texts.City_Title} sentence={sentence}>
      <Rows model={model} opened={opened} onToggle={onToggle} />
    </Section>
  );
};
