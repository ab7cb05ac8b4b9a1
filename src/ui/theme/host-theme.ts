import { chroma, contrast } from './colour';

/** Fluent v8 palette slots that the interface takes from its host. */
const SLOTS = [
  'white', 'neutralLighterAlt', 'neutralLighter', 'neutralLight', 'neutralQuaternaryAlt', 'neutralQuaternary', 'neutralTertiaryAlt',
  'neutralTertiary', 'neutralSecondaryAlt', 'neutralSecondary', 'neutralPrimaryAlt', 'neutralPrimary', 'neutralDark', 'black',
  'themeLighterAlt', 'themeLighter', 'themeLight', 'themeTertiary', 'themeSecondary', 'themePrimary', 'themeDarkAlt', 'themeDark',
  'themeDarker'
] as const;

export type PaletteSlot = typeof SLOTS[number];

/** What a host says of its theme: the part of SPFx's `IReadonlyTheme` that is used here, and Teams' own name for its theme. */
export interface HostTheme {
  readonly palette?: { readonly [slot in PaletteSlot]?: string };
  readonly semanticColors?: { readonly bodyBackground?: string; readonly bodyText?: string };
  readonly isInverted?: boolean;
  /** `default`, `dark` or `contrast` in Teams; absent in SharePoint. */
  readonly teams?: string | null;
}

export interface ResolvedTheme {
  /** Which of our own blocks goes with the host's palette. */
  readonly mode: 'light' | 'dark' | 'contrast';
  /** A strongly coloured section: the interface brings a plain sheet, for our lights could not be told apart on it. */
  readonly sheet: boolean;
  /** CSS custom properties. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Lowest contrast for words, WCAG 2.x AA. */
const WORDS = 4.5;

function isDark(background: string | undefined, theme: HostTheme): boolean {
  const againstBlack = contrast(background, '#000000');
  return againstBlack === null ? Boolean(theme.isInverted) : againstBlack < 2.6;
}

/** True for a background on which neither the light nor the dark block of our colours keeps its contrast. */
function isStrong(background: string | undefined): boolean {
  if (!background) return false;
  const againstWhite = contrast(background, '#ffffff');
  const againstBlack = contrast(background, '#000000');
  if (againstWhite === null || againstBlack === null) return false;
  const plainLight = againstWhite < 1.35;
  const plainDark = againstBlack < 2.6 && chroma(background) < 40;
  return !plainLight && !plainDark;
}

function actionColours(palette: NonNullable<HostTheme['palette']>, surfaces: readonly (string | undefined)[]): Record<string, string> {
  const variables: Record<string, string> = {};
  const readable = (colour: string | undefined): boolean => surfaces.every((surface) => (contrast(colour, surface) || 21) >= WORDS);
  // A pale brand colour fills buttons, but its words have to be read too: the first darker shade that can be.
  const link = [palette.themePrimary, palette.themeDarkAlt, palette.themeDark, palette.themeDarker].find((colour) => colour && readable(colour));
  if (link) variables['--link'] = link;
  const candidates = [palette.white, '#ffffff', '#000000'];
  const onPrimary = candidates.find((colour) => (contrast(colour, palette.themePrimary) || 0) >= WORDS);
  if (onPrimary) variables['--textOnPrimary'] = onPrimary;
  return variables;
}

/** The host's theme as the interface's custom properties. */
export function resolveTheme(theme: HostTheme): ResolvedTheme {
  // Teams' contrast theme has fixed colours, and what SharePoint maps it to leaves out half of the slots.
  if (theme.teams === 'contrast') return { mode: 'contrast', sheet: false, variables: {} };
  const palette = theme.palette || {};
  const background = (theme.semanticColors && theme.semanticColors.bodyBackground) || palette.white;
  if (!theme.teams && isStrong(background)) {
    const variables = background && (contrast(background, '#ffffff') || 0) >= WORDS
      ? { '--themePrimary': background, '--themeDarkAlt': background, '--link': background }
      : {};
    return { mode: 'light', sheet: true, variables: variables as Record<string, string> };
  }
  const darkPalette = isDark(background, theme);
  const dark = theme.teams ? /dark/i.test(theme.teams) : darkPalette;
  const mode = dark ? 'dark' : 'light';
  // Teams names its theme at once; the palette that SharePoint maps it to may come later, or stay that of the theme before.
  if (theme.teams && darkPalette !== dark) return { mode, sheet: false, variables: {} };
  const variables: Record<string, string> = {};
  for (const slot of SLOTS) {
    const colour = palette[slot];
    if (colour) variables[`--${slot}`] = colour;
  }
  Object.assign(variables, actionColours(palette, dark ? [palette.white, palette.neutralLighterAlt] : [background, palette.white]));
  if (!theme.teams && background) variables['--canvas'] = background;
  return { mode, sheet: false, variables };
}
