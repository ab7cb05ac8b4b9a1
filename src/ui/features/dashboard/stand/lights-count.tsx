import * as React from 'react';
import * as texts from 'TableroStrings';
import type { Light, RollUp } from '../../../../domain';
import { LightShape, lightClass, lightWord } from '../../../components/light/light';
import { formatNumber, text } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import styles from './stand.module.scss';

/** From what is done to what nobody knows. */
const ORDER: readonly Light[] = ['cumplido', 'verde', 'amarillo', 'rojo', 'desactualizado', 'sinMeta', 'sinDato'];

export interface LightsCountProps {
  readonly rollUp: RollUp;
  readonly caption: string;
  /** Each count leads to its key results; not in a closed quarter, whose lights the matrix does not show. */
  readonly linked: boolean;
}

/** How many key results show each light: a stripe, and the same in words. */
export const LightsCount: React.FC<LightsCountProps> = ({ rollUp, caption, linked }) => {
  const router = useRouter();
  const present = ORDER.filter(light => rollUp.lights[light] > 0);
  const label = present.map(light => `${formatNumber(rollUp.lights[light])} ${lightWord(light).toLowerCase()}`).join(', ');
  return (
    <div className={styles.counts}>
      <p className={`${base.small} ${base.quiet}`}>{caption}</p>
      <span className={styles.stripe} role="img" aria-label={text(texts.Stand_Stripe, { lights: label })}>
        {present.map(light => <i key={light} className={lightClass(light)} style={{ flex: `${rollUp.lights[light]} 1 0` }} />)}
      </span>
      <ul className={styles.lights}>
        {ORDER.map(light => {
          const content = (
            <>
              <LightShape light={light} />
              <span>{lightWord(light)} <b className={base.num}>{formatNumber(rollUp.lights[light])}</b></span>
            </>
          );
          return (
            <li key={light} className={lightClass(light)}>
              {linked && rollUp.lights[light] > 0
                ? (
                  <RouteLink
                    id={`tablero-luz-${light}`}
                    className={styles.light}
                    to={router.textOf({ page: 'matrix', params: { estado: light, proceso: 'todos' } })}
                  >
                    {content}
                  </RouteLink>
                )
                : <span className={styles.light}>{content}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
