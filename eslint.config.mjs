/**
 * What the house asks of every file. `.ci/lint.spec.ts` plants a violation of each rule named here by hand and sees it
 * fail. Why each rule holds: docs/constitution.md.
 */
import { builtinModules, createRequire } from 'node:module';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import { rules } from './.ci/lint-rules.mjs';

const { devDependencies } = createRequire(import.meta.url)('./package.json');

const tests = ['**/*.spec.{ts,tsx}', '{apps,libs,devices}/*/test/**'];
const tools = [
  '**/*.config.{ts,mts,js,mjs,cjs}',
  '.*.cjs',
  '.ci/**',
  '**/bin/**',
  '**/cli/**',
  '**/bench/**',
];
const pure = { files: ['libs/*/src/**/*.{ts,tsx}'], ignores: ['libs/ui/**', ...tests] };
const core = ['apps/core/src/**/*.ts', 'apps/core/migrations/**/*.ts'];
const browser = ['apps/{terminal,office}/src/**/*.{ts,tsx}', 'libs/ui/src/**/*.{ts,tsx}'];
const typeormFiles = [
  '**/*.repository.ts',
  '**/*.entity.ts',
  'apps/core/src/platform/database/**',
  'apps/core/migrations/**',
];

const recommended = [...builtinRules]
  .filter(([, rule]) => rule.meta.docs.recommended === true)
  .map(([name]) => [name, 'error']);
const node = builtinModules.flatMap((name) => [name, `node:${name}`]);
const globals = (...names) =>
  names.map((name) => ({ name, message: 'A pure lib has no surroundings: take it as an argument.' }));
const processModule = ['process', 'node:process'].map((name) => ({
  name,
  message: 'Use the global, so that the rule on process.env sees it.',
}));
const typeorm = {
  name: 'typeorm',
  message: 'TypeORM stays in *.repository.ts, *.entity.ts, platform/database and migrations.',
};
const nestTypeorm = {
  name: '@nestjs/typeorm',
  message: 'TypeORM stays in *.repository.ts, *.module.ts and platform/database.',
};

/** The rules of hooks, as soon as their plugin is among the packages. */
async function hooks() {
  if (!('eslint-plugin-react-hooks' in devDependencies)) return [];
  const { default: plugin } = await import('eslint-plugin-react-hooks');
  return [
    {
      files: browser,
      plugins: { 'react-hooks': plugin },
      rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
    },
  ];
}

export default tseslint.config(
  { ignores: ['dist/', '.takt/', 'coverage/', '.ci/planted/architecture/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { plugins: { takt: { rules } } },
  { rules: Object.fromEntries(recommended) },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-depth': ['error', 4],
      'no-restricted-imports': ['error', { paths: processModule }],
      'no-undef': 'off',
      'takt/class-name': 'error',
      'takt/few-parameters': 'error',
      'takt/file-name': 'error',
      'takt/no-default-export': 'error',
      'takt/no-env': 'error',
      'takt/reasoned-disable': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    ignores: tests,
    rules: {
      'max-lines': ['error', 400],
      'takt/look-hard-at-length': ['warn', 250],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: tools, rules: { 'takt/no-env': 'off' } },
  { files: tests, rules: { 'takt/no-env': 'off' } },
  { files: ['apps/core/src/env.ts'], rules: { 'takt/no-env': 'off' } },
  {
    // who loads these files asks for a default export: tools, jest, React.lazy
    files: [
      '**/*.config.{ts,mts,js,mjs,cjs}',
      'apps/core/test/global-{setup,teardown}.ts',
      'apps/{terminal,office}/src/**/*-page.tsx',
      '**/*.d.ts',
    ],
    rules: { 'takt/no-default-export': 'off' },
  },
  { files: ['**/*.{cjs,mjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    ...pure,
    rules: {
      'takt/no-clock': 'error',
      'takt/no-random': 'error',
      'no-restricted-globals': [
        'error',
        ...globals(
          'process',
          'global',
          'globalThis',
          'console',
          'fetch',
          'XMLHttpRequest',
          'WebSocket',
          'Buffer',
          'require',
        ),
        ...globals(
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'window',
          'document',
          'navigator',
          'localStorage',
        ),
        ...globals('__dirname', '__filename', 'performance', 'crypto'),
      ],
      'no-restricted-imports': [
        'error',
        { paths: node.map((name) => ({ name, message: 'A pure lib needs nothing of Node.' })) },
      ],
    },
  },
  {
    files: core,
    ignores: ['apps/core/src/platform/clock/**', ...tests],
    rules: { 'takt/no-clock': 'error' },
  },
  {
    files: core,
    ignores: tests,
    rules: { 'no-console': 'error' },
  },
  {
    files: core,
    ignores: [...typeormFiles, '**/*.module.ts', ...tests],
    rules: { 'no-restricted-imports': ['error', { paths: [...processModule, typeorm, nestTypeorm] }] },
  },
  {
    files: ['apps/core/src/**/*.module.ts'],
    ignores: typeormFiles,
    rules: { 'no-restricted-imports': ['error', { paths: [...processModule, typeorm] }] },
  },
  {
    files: ['apps/core/**/*.ts', 'devices/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
    },
  },
  ...(await hooks()),
);
