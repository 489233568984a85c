import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config.js');

/** Lightning web components, in jsdom with the platform's modules stubbed. Runs without --experimental-vm-modules. */
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

/** Everything else: ES modules on Node, TypeScript stripped by swc. Needs --experimental-vm-modules. */
const node = {
  displayName: 'node',
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
};

/** Holds for a run with --coverage, which `npm test` makes of all Lightning web components. */
const coverageThreshold = { global: { branches: 90 } };

// Jest would leave one processor to itself, which of two is half; while tests run it has next to nothing to do.
export default { projects: [lwc, node], testTimeout: 60_000, maxWorkers: '100%', coverageThreshold };
