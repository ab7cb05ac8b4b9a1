import * as React from 'react';
import * as strings from 'SigaciStrings';
import { WidthClassContext, useContainerWidth, widthClassOf } from './container-width';
import type { WidthClass } from './container-width';
import { resolveTheme } from './host-theme';
import type { HostTheme } from './host-theme';
import styles from './theme-scope.module.scss';

export interface ThemeScopeProps {
  readonly theme: HostTheme;
  /** Paint the page behind the app too: in Teams, where nothing else does. In SharePoint the section's background shows through. */
  readonly paint: boolean;
}

/** Sets colours, type and the container that sizes are measured by; everything else of the interface lives inside one. */
export const ThemeScope: React.FC<ThemeScopeProps> = ({ theme, paint, children }) => {
  const resolved = React.useMemo(() => resolveTheme(theme), [theme]);
  const [ref, widthClass] = useContainerWidth<HTMLDivElement, WidthClass>(widthClassOf);
  const classes = [styles.scope, styles[resolved.mode], resolved.sheet ? styles.sheet : '', paint ? styles.painted : ''];
  return (
    <div
      ref={ref}
      className={classes.filter(Boolean).join(' ')}
      style={resolved.variables as React.CSSProperties}
      lang={strings.Common_Locale}
      data-theme={resolved.mode}
    >
      <WidthClassContext.Provider value={widthClass}>{children}</WidthClassContext.Provider>
    </div>
  );
};
