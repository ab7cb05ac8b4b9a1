// Public Fluent packages in place of the Fluent bundles that Microsoft keeps on its CDN; the property pane needs them.
import { initializeIcons } from '@fluentui/font-icons-mdl2';
import { readPageData } from './page-data';

export * as v8 from '@fluentui/react';
export * as v9 from '@fluentui/react-components';
export * as griffel from '@griffel/react';
export * as tabster from '@fluentui/react-tabster';

// As on a SharePoint page: icons are registered once, for every copy of Fluent on it.
initializeIcons(readPageData().runtimeBase);
