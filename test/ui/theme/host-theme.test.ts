import { contrast } from '../../../src/ui/theme/colour';
import { resolveTheme } from '../../../src/ui/theme/host-theme';
import { widthClassOf } from '../../../src/ui/theme';

const LIGHT = { white: '#ffffff', themePrimary: '#0f6cbd', themeDarkAlt: '#115ea3', neutralPrimary: '#323130', neutralSecondary: '#605e5c' };

describe('the host\'s theme', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#ffffff', '#000')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 1);
    expect(contrast('rgb(0,0,0)', '#fff')).toBeNull();
  });

  it('takes a light palette as it is', () => {
    const theme = resolveTheme({ palette: LIGHT, semanticColors: { bodyBackground: '#ffffff' } });
    expect(theme).toMatchObject({ mode: 'light', sheet: false });
    expect(theme.variables).toMatchObject({ '--themePrimary': '#0f6cbd', '--link': '#0f6cbd', '--canvas': '#ffffff', '--textOnPrimary': '#ffffff' });
  });

  it('takes a soft section background, too', () => {
    expect(resolveTheme({ palette: LIGHT, semanticColors: { bodyBackground: '#edebe9' } })).toMatchObject({ mode: 'light', sheet: false });
  });

  it('knows a dark theme by its background, told or not', () => {
    expect(resolveTheme({ palette: { white: '#1f1f1f', themePrimary: '#9ea2ff' }, teams: 'dark' }).mode).toBe('dark');
    expect(resolveTheme({ palette: { white: '#1f1f1f' }, isInverted: true }).mode).toBe('dark');
    expect(resolveTheme({ isInverted: true }).mode).toBe('dark');
    expect(resolveTheme({}).mode).toBe('light');
  });

  it('brings a sheet of its own in a strongly coloured section, in the section\'s colour for actions', () => {
    const theme = resolveTheme({ palette: { white: '#03787c', themePrimary: '#ffffff' }, semanticColors: { bodyBackground: '#03787c' }, isInverted: true });
    expect(theme).toMatchObject({ mode: 'light', sheet: true });
    expect(theme.variables['--themePrimary']).toBe('#03787c');
  });

  it('leaves Teams\' contrast theme to our own block', () => {
    expect(resolveTheme({ teams: 'contrast', palette: LIGHT })).toEqual({ mode: 'contrast', sheet: false, variables: {} });
  });

  it('follows the name of a Teams theme where the palette is still that of the theme before', () => {
    expect(resolveTheme({ teams: 'dark', palette: LIGHT })).toEqual({ mode: 'dark', sheet: false, variables: {} });
    expect(resolveTheme({ teams: 'default', palette: { white: '#1f1f1f' }, isInverted: true })).toEqual({ mode: 'light', sheet: false, variables: {} });
    expect(resolveTheme({ teams: 'default', palette: LIGHT }).variables['--themePrimary']).toBe('#0f6cbd');
  });

  it('darkens a pale brand colour for words, and finds a readable text for its buttons', () => {
    const { variables } = resolveTheme({ palette: { ...LIGHT, themePrimary: '#ffb900', themeDarkAlt: '#e6a700', themeDark: '#c28d00', themeDarker: '#7a5900' } });
    expect(variables['--link']).toBe('#7a5900');
    expect(variables['--textOnPrimary']).toBe('#000000');
  });
});

describe('the width the app is given', () => {
  it.each([[0, 'wide'], [360, 'narrow'], [640, 'narrow'], [641, 'medium'], [1100, 'medium'], [1101, 'wide']])('%d px is %s', (width, name) => {
    expect(widthClassOf(width)).toBe(name);
  });
});
