import { createTheme } from '@fluentui/theme';
import type { IPartialTheme, ITheme } from '@fluentui/theme';

// Palettes are ours: Microsoft's own conversion of Teams and section themes into Fluent themes is not published.
type Palette = NonNullable<IPartialTheme['palette']>;

const LIGHT_NEUTRALS: Palette = {
  white: '#ffffff', neutralLighterAlt: '#faf9f8', neutralLighter: '#f3f2f1', neutralLight: '#edebe9', neutralQuaternaryAlt: '#e1dfdd',
  neutralQuaternary: '#d0d0d0', neutralTertiaryAlt: '#c8c6c4', neutralTertiary: '#a19f9d', neutralSecondaryAlt: '#8a8886',
  neutralSecondary: '#605e5c', neutralPrimaryAlt: '#3b3a39', neutralPrimary: '#323130', neutralDark: '#201f1e', black: '#000000'
};
const DARK_NEUTRALS: Palette = {
  white: '#1f1f1f', neutralLighterAlt: '#292929', neutralLighter: '#333333', neutralLight: '#3d3d3d', neutralQuaternaryAlt: '#474747',
  neutralQuaternary: '#525252', neutralTertiaryAlt: '#666666', neutralTertiary: '#8f8f8f', neutralSecondaryAlt: '#9e9e9e',
  neutralSecondary: '#c2c2c2', neutralPrimaryAlt: '#dedede', neutralPrimary: '#f5f5f5', neutralDark: '#fafafa', black: '#ffffff'
};
const SHAREPOINT_BLUE: Palette = {
  themeLighterAlt: '#eff6fc', themeLighter: '#deecf9', themeLight: '#c7e0f4', themeTertiary: '#71afe5', themeSecondary: '#2b88d8',
  themePrimary: '#0f6cbd', themeDarkAlt: '#115ea3', themeDark: '#0f548c', themeDarker: '#0c3b5e'
};
const SHAREPOINT_BLUE_ON_DARK: Palette = {
  themeLighterAlt: '#0e2438', themeLighter: '#12304b', themeLight: '#174a75', themeTertiary: '#2b79b8', themeSecondary: '#479ef5',
  themePrimary: '#62abf5', themeDarkAlt: '#77b7f7', themeDark: '#96c6fa', themeDarker: '#b4d6fa'
};
const TEAMS_PURPLE: Palette = {
  themeLighterAlt: '#f5f5fb', themeLighter: '#e8ebfa', themeLight: '#d1d3f0', themeTertiary: '#9a9dd8', themeSecondary: '#7174cd',
  themePrimary: '#5b5fc7', themeDarkAlt: '#4f52b2', themeDark: '#444791', themeDarker: '#3d3e78'
};
const TEAMS_PURPLE_ON_DARK: Palette = {
  themeLighterAlt: '#23233a', themeLighter: '#2f2f4a', themeLight: '#3d3e66', themeTertiary: '#6f73cf', themeSecondary: '#8a8eea',
  themePrimary: '#9ea2ff', themeDarkAlt: '#aeb2ff', themeDark: '#bdc0ff', themeDarker: '#d5d7ff'
};
const CONTRAST: Palette = {
  white: '#000000', neutralLighterAlt: '#000000', neutralLighter: '#000000', neutralLight: '#ffffff', neutralQuaternaryAlt: '#ffffff',
  neutralQuaternary: '#ffffff', neutralTertiaryAlt: '#ffffff', neutralTertiary: '#3ff23f', neutralSecondaryAlt: '#ffffff',
  neutralSecondary: '#ffffff', neutralPrimaryAlt: '#ffffff', neutralPrimary: '#ffffff', neutralDark: '#ffffff', black: '#ffffff',
  themeLighterAlt: '#000000', themeLighter: '#000000', themeLight: '#ffff01', themeTertiary: '#ffff01', themeSecondary: '#ffff01',
  themePrimary: '#ffff01', themeDarkAlt: '#1aebff', themeDark: '#1aebff', themeDarker: '#1aebff'
};
/** A section with the theme's strong background: everything stands on the theme colour. */
const STRONG: Palette = {
  white: '#0f6cbd', neutralLighterAlt: '#1674c6', neutralLighter: '#1c7bce', neutralLight: '#2886de', neutralQuaternaryAlt: '#308ee6',
  neutralQuaternary: '#3994ea', neutralTertiaryAlt: '#5fabf0', neutralTertiary: '#c9e3fb', neutralSecondaryAlt: '#cfe6fb',
  neutralSecondary: '#e3f0fd', neutralPrimaryAlt: '#f1f8fe', neutralPrimary: '#ffffff', neutralDark: '#ffffff', black: '#ffffff',
  themeLighterAlt: '#115ea3', themeLighter: '#0f548c', themeLight: '#0c3b5e', themeTertiary: '#c7e0f4', themeSecondary: '#deecf9',
  themePrimary: '#ffffff', themeDarkAlt: '#eff6fc', themeDark: '#deecf9', themeDarker: '#c7e0f4'
};

/** Themes in the shape that SPFx hands to `onThemeChanged`. */
export const themes = {
  site: createTheme({ palette: { ...LIGHT_NEUTRALS, ...SHAREPOINT_BLUE } }),
  'site-soft': createTheme({ palette: { ...LIGHT_NEUTRALS, ...SHAREPOINT_BLUE, white: '#eff6fc' } }),
  'site-strong': createTheme({ palette: STRONG, isInverted: true }),
  'site-dark': createTheme({ palette: { ...DARK_NEUTRALS, ...SHAREPOINT_BLUE_ON_DARK }, isInverted: true }),
  default: createTheme({ palette: { ...LIGHT_NEUTRALS, ...TEAMS_PURPLE } }),
  dark: createTheme({ palette: { ...DARK_NEUTRALS, ...TEAMS_PURPLE_ON_DARK }, isInverted: true }),
  contrast: createTheme({ palette: CONTRAST, isInverted: true, semanticColors: { link: '#ffff01', linkHovered: '#1aebff' } })
} satisfies Record<string, ITheme>;

export type ThemeName = keyof typeof themes;

/** Theme of a SharePoint page from its query: `theme=dark`, else the section background `section=soft|strong`. */
export function pageTheme(query: URLSearchParams): ThemeName {
  if (query.get('theme') === 'dark') return 'site-dark';
  const section = query.get('section');
  return section === 'soft' || section === 'strong' ? `site-${section}` : 'site';
}
