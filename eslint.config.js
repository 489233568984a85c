import js from '@eslint/js';
import slds from '@salesforce-ux/eslint-plugin-slds';
import lwcRecommended from '@salesforce/eslint-config-lwc/recommended.js';
import lwcGraphAnalyzer from '@salesforce/eslint-plugin-lwc-graph-analyzer';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports that the files named may not make. One block a folder: a later block would replace an earlier one. */
function mayNotImport(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const throughTheFace = (folders) => ({
  regex: `/(${folders})/(?!index\\.ts$)`,
  message: 'Go through the folder’s index.ts.',
});

const SYNC_FOLDERS = 'salesforce|google-sheets|vitally|slack|http|mapping|mirror|state|doctor';

/**
 * What of Salesforce's static analysis is a mistake anywhere. Its other rules ask that each getter be one expression, so that
 * the mobile app can load data ahead of time and go offline; these pages are for the desktop.
 */
const wiresThatCanBeAnalysed = {
  files: ['force-app/**/lwc/*/*.js'],
  plugins: { '@salesforce/lwc-graph-analyzer': lwcGraphAnalyzer },
  processor: lwcGraphAnalyzer.configs.recommended.processor,
  rules: Object.fromEntries(
    [
      'no-assignment-expression-assigns-value-to-member-variable',
      'no-eval-usage',
      'no-member-expression-reference-to-super-class',
      'no-multiple-template-files',
      'no-render-function-return-statement-not-returning-imported-template',
      'no-wire-config-property-circular-wire-dependency',
      'no-wire-config-references-non-local-property-reactive-value',
    ].map((rule) => [`@salesforce/lwc-graph-analyzer/${rule}`, 'error']),
  ),
};

export default defineConfig([
  globalIgnores(['node_modules/', '.cache/', '.state/', 'coverage/']),

  {
    files: ['**/*.{js,mjs}'],
    ignores: ['force-app/**', 'emulators/lightning-experience/modules/**'],
    extends: [js.configs.recommended],
  },
  {
    files: ['force-app/**/lwc/**/*.js', 'emulators/lightning-experience/modules/**/*.js'],
    extends: [lwcRecommended],
  },
  wiresThatCanBeAnalysed,
  // Styles and classes that SLDS 2 knows, so that a page looks right in either theme.
  {
    files: ['force-app/**/lwc/**/*.css'],
    extends: [slds.configs['flat/recommended-css']],
    rules: { '@salesforce-ux/slds/no-hardcoded-values-slds2': ['warn', { reportNumericValue: 'hasReplacement' }] },
  },
  { files: ['force-app/**/lwc/**/*.html'], extends: [slds.configs['flat/recommended-html']] },
  {
    files: ['force-app/**/__tests__/*.js', 'test/lwc/*.js', 'force-app/test/**/*.js'],
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
    languageOptions: {
      globals: {
        require: 'readonly',
        jest: 'readonly',
        describe: 'readonly',
        it: 'readonly',
        test: 'readonly',
        expect: 'readonly',
        beforeEach: 'readonly',
        afterEach: 'readonly',
        document: 'readonly',
        CustomEvent: 'readonly',
        KeyboardEvent: 'readonly',
        MouseEvent: 'readonly',
        HTMLElement: 'readonly',
      },
    },
  },
  {
    files: ['**/browser/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        window: 'readonly',
        fetch: 'readonly',
        EventSource: 'readonly',
        location: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        navigator: 'readonly',
        console: 'readonly',
        HTMLElement: 'readonly',
        URL: 'readonly',
        localStorage: 'readonly',
        requestAnimationFrame: 'readonly',
      },
    },
  },
  {
    files: ['scripts/bench/pages/*.js', 'test/support/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'addEventListener',
          'document',
          'Document',
          'Element',
          'innerWidth',
          'layoutJumped',
          'location',
          'MessageChannel',
          'MutationObserver',
          'performance',
          'PerformanceObserver',
          'requestAnimationFrame',
          'window',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['scripts/*.js', '*.config.js'], languageOptions: { globals: { process: 'readonly' } } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['**/*.d.ts'], extends: [tseslint.configs.disableTypeChecked] },

  mayNotImport(
    ['sync/**/*.ts'],
    [
      { regex: '/(emulators|scripts|test)/', message: 'The service does not know its emulators, scripts or tests.' },
      throughTheFace(SYNC_FOLDERS),
    ],
  ),
  mayNotImport(
    ['sync/mapping/**/*.ts', 'sync/mirror/plan*.ts'],
    [
      {
        regex: '^(jsforce|@googleapis|@slack|pino|p-retry|node-cron|node:(fs|sqlite|http|timers).*)',
        message: 'Pure: no I/O, no clock, no log.',
      },
      { regex: '/(emulators|scripts|test)/', message: 'The service does not know its emulators, scripts or tests.' },
      throughTheFace(SYNC_FOLDERS),
    ],
  ),
  mayNotImport(
    ['sync/{salesforce,google-sheets,vitally,slack}/**/*.ts'],
    [
      {
        regex: '^\\.\\./(salesforce|google-sheets|vitally|slack|mapping|mirror|state)/',
        message: 'One vendor never knows another, nor what is done with it.',
      },
      { regex: '/(emulators|scripts|test)/', message: 'The service does not know its emulators, scripts or tests.' },
      throughTheFace(SYNC_FOLDERS),
    ],
  ),
  mayNotImport(
    ['emulators/**/*.ts'],
    [
      { regex: '/(sync|scripts|test)/', message: 'An emulator shares nothing with what it tests.' },
      throughTheFace('core|salesforce|google-sheets|vitally|slack|lightning-experience'),
    ],
  ),
  {
    files: ['sync/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the clock that is passed in.' },
      ],
    },
  },
  {
    files: ['sync/**/*.ts'],
    ignores: ['sync/config.ts', 'sync/main.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only config.ts reads the environment.',
        },
      ],
    },
  },
  prettier,
]);
