import * as React from 'react';
import type { Light } from '../../../domain';
import { LightShape, lightClass } from '../../components/light/light';
import styles from './mark.module.scss';

/** The mark of a process that answers: a tile, so that it reads as a mark, with the shape of the key result's light in it. */
export const Mark: React.FC<{ light: Light }> = ({ light }) => (
  <span className={`${styles.mark} ${lightClass(light)}`} aria-hidden="true">
    <LightShape light={light} />
  </span>
);
