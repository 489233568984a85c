import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config.js');

/** Lightning web components, in jsdom with the platform's modules stubbed. */
const lwc = {
  ...jestConfig,
  displayName: 'lwc',
  roots: ['<rootDir>/force-app'],
  moduleNameMapper: { ...jestConfig.moduleNameMapper, '^lightning/navigation$': '<rootDir>/test/lwc/navigation.js' },
  // Compiled templates and styles have branches of the compiler’s own.
  collectCoverageFrom: ['<rootDir>/force-app/main/default/lwc/**/*.js', '!**/__tests__/**'],
  coveragePathIgnorePatterns: ['/node_modules/', '\\.html$', '\\.css'],
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/test/lwc/sa11y.js'],
};

/** Everything else, which Node loads itself. */
const node = {
  displayName: 'node',
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testRunner: '<rootDir>/test/support/native-runner.ts',
  transform: {},
};

/** Holds for a run with --coverage, which `npm test` makes of all Lightning web components. */
const coverageThreshold = { global: { branches: 90 } };

// Jest would leave one processor to itself, which of two is half; while tests run it has next to nothing to do.
export default {
  projects: [lwc, node],
  testSequencer: '<rootDir>/test/support/longest-first.ts',
  testTimeout: 60_000,
  maxWorkers: '100%',
  coverageThreshold,
};
