/** What `make check` asks of the JavaScript: no name unknown, unused or shadowed by mistake. */
import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['www/{atelier,workbench}/build/', 'www/examples/*/{dist,out,public,.next}/', 'www/examples/{script,connexion/site}/franceconnect/', 'tests/output/'] },
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2024, sourceType: 'module' }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['tools/**', 'tests/**', 'www/examples/**'], languageOptions: { globals: globals.node } },
  { files: ['www/**', 'tests/e2e/harness/recorder.js', 'tests/e2e/long-life.js'], languageOptions: { globals: globals.browser } },
];
