import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Light as LightName } from '../../../domain/model';
import base from '../../theme/base.module.scss';
import styles from './light.module.scss';

const cut = { stroke: 'var(--surface)', fill: 'none' } as const;

/** Shapes differ in outline, so that they hold in greyscale, print and high contrast. Grid of 14. */
const SHAPES: Readonly<Record<LightName, React.ReactNode>> = {
  verde: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  amarillo: <><path d="M7 .8 13.6 12.6H.4z" fill="currentColor" /><path d="M7 5v3.6M7 10.2v1" strokeWidth="1.5" {...cut} /></>,
  rojo: <><path d="M7 .2 13.8 7 7 13.8.2 7z" fill="currentColor" /><path d="M4.4 7h5.2" strokeWidth="1.6" {...cut} /></>,
  cumplido: (
    <>
      <rect x=".6" y=".6" width="12.8" height="12.8" rx="2.5" fill="currentColor" />
      <path d="m3.6 7.2 2.4 2.4 4.6-5" strokeWidth="1.7" {...cut} />
    </>
  ),
  desactualizado: (
    <g fill="none" stroke="currentColor"><circle cx="7" cy="7" r="5.8" strokeWidth="1.8" /><path d="M7 3.600V7l2.400 1.600" strokeWidth="1.5" /></g>
  ),
  sinDato: <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.400 2" />,
  sinMeta: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6"><circle cx="7" cy="7" r="5.6" /><path d="M3.200 10.800 10.800 3.200" /></g>
  )
};

const WORDS: Readonly<Record<LightName, string>> = {
  verde: strings.Light_Green,
  amarillo: strings.Light_Yellow,
  rojo: strings.Light_Red,
  cumplido: strings.Light_Done,
  desactualizado: strings.Light_Stale,
  sinDato: strings.Light_NoData,
  sinMeta: strings.Light_NoTarget
};

/** All lights, in the order in which they are offered as filters. */
export const LIGHTS: readonly LightName[] = ['verde', 'amarillo', 'rojo', 'desactualizado', 'cumplido', 'sinMeta', 'sinDato'];

export function lightWord(light: LightName): string {
  return WORDS[light];
}

/** Class that gives what stands inside the light's colours: `--lightText`, `--lightMark`, `--lightWash`. */
export function lightClass(light: LightName): string {
  return base[light];
}

/** The shape alone, where the word stands elsewhere in the same place; hidden from screen readers. */
export const LightShape: React.FC<{ light: LightName }> = ({ light }) => (
  <svg className={`${styles.shape} ${base[light]}`} viewBox="0 0 14 14" aria-hidden="true" focusable="false">{SHAPES[light]}</svg>
);

export interface LightProps {
  readonly light: LightName;
  /** Another word where severity is meant, such as `Devuelto`. */
  readonly word?: string;
}

/** A light: shape and word, never colour alone. */
export const Light: React.FC<LightProps> = ({ light, word }) => (
  <span className={`${styles.light} ${base[light]}`}>
    <LightShape light={light} />
    <span>{word || WORDS[light]}</span>
  </span>
);
