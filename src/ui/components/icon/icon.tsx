import * as React from 'react';
import styles from './icon.module.scss';

/** Drawings on a grid of 16, as strokes in the text's colour. */
const PATHS = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.500 4.500 0 0 1 9 0ZM10.500 10.500l3.500 3.500',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  right: 'm6 4 4 4-4 4',
  left: 'm10 4-4 4 4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  warn: 'M14.300 8a6.300 6.300 0 1 1-12.600 0 6.300 6.300 0 0 1 12.600 0ZM8 4.800v4M8 10.800v.4',
  ok: 'm3 8.500 3.200 3.200L13 5',
  doc: 'M4 1.700h5.500L12.500 5v9.300H4zM9.300 1.800V5h3',
  folder: 'M1.700 12.800V3.400h4.400l1.600 1.800h6.600v7.600z',
  note: 'M2.500 2.500h11v8l-3 3h-8zM5 6h6M5 8.800h4',
  link: 'M6.500 9.500 9.500 6.500M7 4.500l1.400-1.400a3 3 0 0 1 4.400 4.400L11.400 9M9 11.500l-1.400 1.400a3 3 0 0 1-4.400-4.400L4.600 7',
  external: 'M9.500 2.500h4v4M13.500 2.500 7.500 8.500M12 9v4.500H2.500V4H7',
  people: 'M8.600 5.400a2.600 2.600 0 1 1-5.200 0 2.600 2.600 0 0 1 5.200 0ZM1.300 13.500c.3-3 2.200-4.300 4.700-4.300s4.400 1.300 4.700 4.300M10.600 3.200a2.400 2.400 0 0 1 0 4.500M12.200 9.600c1.500.6 2.300 1.900 2.500 3.900',
  lock: 'M3.500 7h9v6.500h-9zM5.200 7V5a2.800 2.800 0 0 1 5.600 0v2',
  refresh: 'M13.500 3v3.500H10M13.200 6.300A5.600 5.600 0 1 0 13.600 9',
  offline: 'M2 2l12 12M1.500 6.200A9.500 9.500 0 0 1 4.600 4.200M7.200 3.300a9.500 9.500 0 0 1 7.300 2.900M4 9a6 6 0 0 1 2.600-1.500M9.800 7.600A6 6 0 0 1 12 9M8 12.300v.4',
  clock: 'M14.300 8a6.300 6.300 0 1 1-12.600 0 6.300 6.300 0 0 1 12.600 0ZM8 4.500V8l2.500 1.600',
  trash: 'M2.500 4.500h11M6 4.500V2.500h4v2M4 4.500l.6 9h6.800l.6-9M6.700 7v4.200M9.300 7v4.200',
  edit: 'M2.500 13.500l.7-3L11 2.700l2.300 2.300-7.800 7.800zM9.500 4.200l2.300 2.300',
  add: 'M8 3v10M3 8h10',
  download: 'M8 2.500v7.500M4.800 7 8 10.200 11.200 7M2.500 13.500h11',
  table: 'M2 3h12v10H2zM2 6.300h12M2 9.700h12M6.500 3v10',
  chart: 'M2.500 2.500v11h11M4.500 10.500l3-3.500 2.300 2 3.700-5',
  full: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
  print: 'M4.500 6V2h7v4M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7V14h-7z',
  info: 'M14.300 8a6.300 6.300 0 1 1-12.600 0 6.300 6.300 0 0 1 12.600 0ZM8 7.300v4M8 4.900v.3'
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words, hidden from screen readers: the words say it. */
export const Icon: React.FC<{ name: IconName; className?: string }> = ({ name, className }) => (
  <svg className={className ? `${styles.icon} ${className}` : styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
