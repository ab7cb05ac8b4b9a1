import * as React from 'react';
import * as strings from 'SigaciStrings';
import { cityYears } from '../../../domain';
import type { CityYear, Indicator } from '../../../domain';
import { cityPercent, cutOf, yearFigure } from './city-texts';

/** A column beside those that every table of years has. */
export interface YearColumn {
  readonly title: string;
  readonly of: (year: CityYear) => string;
}

export interface CityYearsProps {
  readonly indicator: Indicator;
  readonly className: string;
  readonly more?: readonly YearColumn[];
}

const NONE: readonly YearColumn[] = [];

/** An indicator year by year, as the city publishes it. */
export const CityYears: React.FC<CityYearsProps> = ({ indicator, className, more = NONE }) => (
  <table className={className}>
    <thead>
      <tr>
        <th scope="col">{strings.Detail_CityYear}</th>
        <th scope="col">{strings.Detail_Target}</th>
        <th scope="col">{strings.Detail_CityAchieved}</th>
        <th scope="col">{strings.Detail_CityCompliance}</th>
        {more.map(({ title }) => <th key={title} scope="col">{title}</th>)}
      </tr>
    </thead>
    <tbody>
      {cityYears(indicator).map(year => (
        <tr key={year.row.year}>
          <th scope="row">{cutOf(year.row)}</th>
          <td>{yearFigure(year.row.target, null)}</td>
          <td>{yearFigure(year.row.achieved, year.row.missing)}</td>
          <td>{cityPercent(year.compliance)}</td>
          {more.map(({ title, of }) => <td key={title}>{of(year)}</td>)}
        </tr>
      ))}
    </tbody>
  </table>
);
