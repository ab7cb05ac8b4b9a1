// Unit, property and contract tests. Browser tests are in test/e2e (Playwright), timings in test/bench.
const root = require('node:path').resolve(__dirname, '..');

const shared = {
  rootDir: root,
  transform: {
    '^.+\\.(t|j|mj)sx?$': ['@swc/jest', {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'classic' } } },
      module: { type: 'commonjs' },
      sourceMaps: 'inline'
    }]
  },
  // These publish ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@pnp|d3-[a-z-]+|internmap|hono|@hono|fflate)/)'],
  setupFiles: ['<rootDir>/test/support/properties.ts'],
  moduleNameMapper: {
    '\\.(module|global)\\.(s?css)$': 'identity-obj-proxy',
    '^SigaciStrings$': '<rootDir>/test/support/strings.ts',
    '^TableroStrings$': '<rootDir>/test/support/tablero-strings.ts',
    '^MantenimientoStrings$': '<rootDir>/test/support/mantenimiento-strings.ts'
  }
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{domain,application,sharepoint,seed,local,contract,config}/**/*.test.ts']
    },
    {
      ...shared,
      displayName: 'ui',
      testEnvironment: 'jest-environment-jsdom',
      setupFilesAfterEnv: ['<rootDir>/test/support/ui-setup.ts'],
      testMatch: ['<rootDir>/test/ui/**/*.test.{ts,tsx}']
    }
  ]
};
