export { ThemeScope } from './theme-scope';
export type { ThemeScopeProps } from './theme-scope';
export { useContainerWidth, useWidthClass, widthClassOf } from './container-width';
export type { WidthClass } from './container-width';
export type { HostTheme } from './host-theme';
