import * as React from 'react';
import * as strings from 'SigaciStrings';
import { cityFigures } from '../../../domain';
import type { Indicator, KeyResult } from '../../../domain';
import { Light } from '../../components/light/light';
import base from '../../theme/base.module.scss';
import { CITY_LIGHT, achievedText, cityPercent, differenceNote } from './city-texts';
import { CityYears } from './city-years';
import styles from './detail.module.scss';

/** The city's own figures of the indicator the key result is linked to, by the city's formulas and in its words. */
export const CityIndicator: React.FC<{ indicator: Indicator; keyResult: KeyResult }> = ({ indicator, keyResult }) => {
  const { progress, light } = cityFigures(indicator);
  const achieved = achievedText(indicator);
  const { light: shape, word } = CITY_LIGHT[light];
  return (
    <section className={styles.box} aria-labelledby="detail-city">
      <h2 id="detail-city" className={base.h3}>
        {strings.Detail_City}
      </h2>
      <p className={`${base.small} ${base.quiet}`}>
        {[indicator.code, indicator.kind === 'Resultado' ? strings.Detail_CityResult : strings.Detail_CityProduct].join(' · ')}
      </p>
      <p>{indicator.title}</p>
      <dl className={styles.pairs}>
        <dt>{strings.Detail_CityProgress}</dt>
        <dd>{cityPercent(progress)}</dd>
        {achieved && (
          <>
            <dt>{achieved.label}</dt>
            <dd>{achieved.value}</dd>
          </>
        )}
        <dt>{strings.Detail_CityUnit}</dt>
        <dd className={styles.plain}>{indicator.unit}</dd>
        <dt>{strings.Detail_CityLight}</dt>
        <dd>
          <Light light={shape} word={word} />
        </dd>
      </dl>
      {indicator.years.length > 0 && (
        <details className={styles.details}>
          <summary>{strings.Detail_CityByYear}</summary>
          <CityYears indicator={indicator} className={styles.years} />
        </details>
      )}
      <p className={styles.aside}>{differenceNote(keyResult.start)}</p>
    </section>
  );
};
