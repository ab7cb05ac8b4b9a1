// One-way imports, cycles, types, hooks and accessibility. Run by `npm test`; zero findings.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** domain ← application ← {sharepoint, ui} ← webparts */
const zones = [
  { target: './src/domain', from: ['./src/application', './src/sharepoint', './src/ui', './src/webparts', './sharepoint'], message: 'domain knows nothing but itself.' },
  { target: './src/application', from: ['./src/sharepoint', './src/ui', './src/webparts', './sharepoint'], message: 'application knows domain alone.' },
  { target: './src/sharepoint', from: ['./src/ui', './src/webparts', './sharepoint/local'], message: 'sharepoint and ui never import each other.' },
  { target: './src/ui', from: ['./src/sharepoint', './src/webparts', './sharepoint'], message: 'ui and sharepoint never import each other.' },
  { target: './sharepoint/local', from: ['./src'], message: 'the embedded SharePoint stands alone.' }
];

const only = (group, message) => ({ group, message });
const pnp = only(['@pnp/*'], 'PnPjs is imported in src/sharepoint alone.');
const spfx = only(['@microsoft/sp-*'], 'SPFx is imported in src/sharepoint and src/webparts alone.');
const react = only(['react', 'react-dom', 'react-dom/*', 'swr', 'swr/*', '@fluentui/*'], 'No React here.');
const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['node_modules/', 'lib*/', 'temp/', 'release/', 'dist/', 'jest-output/', 'test/.output/', 'sharepoint/local/.data/', 'src/loc/*.js', 'sharepoint/solution/', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,cjs,js}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['config/tsconfig.lint.json'] })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': 'error',
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.{cjs,js}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  },
  {
    files: ['{src,sharepoint,test,config}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: ['config/tsconfig.lint.json'], tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
    }
  },
  { files: ['src/domain/**', 'src/application/**'], rules: restricted(pnp, spfx, react) },
  { files: ['src/ui/**'], rules: restricted(pnp, spfx) },
  { files: ['src/webparts/**'], rules: restricted(pnp) },
  {
    files: ['src/**/*.tsx', 'src/ui/**/*.ts'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error'
    }
  },
  { files: ['src/domain/**'], rules: { 'no-restricted-globals': ['error', 'Date.now', 'window', 'document', 'localStorage'], 'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'domain has no clock of its own.' }, { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'domain has no clock of its own.' }] } },
);
