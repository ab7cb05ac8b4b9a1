export { OkrApp } from './app';
export type { OkrAppProps } from './app';
export { useFrame } from './frame-context';
export type { FrameTab } from './frame-context';
export type { PageParts, RenderPage } from './frame';
export { LazyPart } from './lazy-parts';
