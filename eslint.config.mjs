import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const size = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 50 }],
  'max-params': ['error', 4],
  complexity: ['error', 14],
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.placard/', 'data/catalogue/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...size,
      'no-control-regex': 'off', // hostile text is full of control characters, and we look for them
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off', // a describe block is a chapter, not a function
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'SSEServerTransport', package: '@modelcontextprotocol/sdk' }] }, // a test peer
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'test', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.astro'],
    extends: [astro.configs['flat/recommended']],
    rules: { 'max-lines': size['max-lines'] },
  },
);
