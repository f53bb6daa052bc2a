import vitest from '@vitest/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import n from 'eslint-plugin-n';
import tseslint from 'typescript-eslint';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

/** What each workspace package may import: the layers of docs/architecture.md as lint. */
const L0 = ['errors', 'config', 'telemetry', 'resilience', 'lifecycle'];
const mayImport = {
  errors: [],
  config: [],
  resilience: ['errors'],
  lifecycle: [],
  scalars: [],
  telemetry: [],
  seed: [],
  identity: L0,
  store: L0,
  cache: L0,
  legacy: L0,
  events: L0,
  commands: [...L0, 'identity'],
  subgraph: [...L0, 'scalars', 'identity', 'store', 'cache', 'events', 'commands'],
  engine: [],
  artifact: [],
  usage: [],
  registry: ['artifact', 'engine', 'usage'],
  simulators: [...L0, 'seed'],
  'local-stack': [...L0, 'seed', 'identity', 'events'],
  testkit: [...L0, 'seed', 'identity', 'store', 'commands', 'subgraph'],
};
const forSubgraphs = [...L0, 'store', 'cache', 'legacy', 'events', 'commands', 'subgraph', 'identity', 'seed'];
const forGateway = [...L0, 'scalars', 'identity', 'cache', 'engine', 'artifact', 'usage'];

const only = (files, allowed) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@qsr/(?!(${allowed.join('|') || 'none'})(/|$))`,
            message: `This layer may import: ${allowed.join(', ') || 'no workspace package'}.`,
          },
        ],
      },
    ],
  },
});

/** Libraries and the packages that may import them: whoever else needs them goes through one of those. */
const rooms = {
  '@aws-sdk/*': ['store', 'events'],
  mongodb: ['store'],
  ioredis: ['cache'],
  cockatiel: ['resilience'],
  jose: ['identity'],
  pino: ['telemetry'],
  'prom-client': ['telemetry'],
};

/** One block for each package: of several blocks that match a file, the last alone would count. */
const withoutLibraries = (files, name) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: Object.entries(rooms)
          .filter(([, packages]) => !packages.includes(name))
          .map(([library, packages]) => ({
            group: [library],
            message: `Only packages/${packages.join(', ')} may import it.`,
          })),
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['**/node_modules', '**/generated', '**/dist', '.data', '.services', '.turbo'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, n },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-warning-comments': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-extraneous-dependencies': 'error',
      'n/no-process-env': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A type parameter that only the caller's callback uses still names what the caller means.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...Object.entries(mayImport).map(([name, allowed]) => only([`packages/${name}/src/**`], allowed)),
  only(['subgraphs/*/src/**'], forSubgraphs),
  only(['gateway/src/**'], forGateway),
  ...Object.keys(mayImport)
    .filter((name) => name !== 'testkit')
    .map((name) => withoutLibraries([`packages/${name}/src/**`], name)),
  withoutLibraries(['subgraphs/*/src/**', 'gateway/src/**']),
  {
    // It generates code; what goes into it is names of the schema and keys that are names.
    files: ['packages/engine/src/shape/writer.ts', 'packages/engine/src/fetch/{merge,representation,walk}.ts'],
    rules: { '@typescript-eslint/no-implied-eval': 'off' },
  },
  {
    files: ['subgraphs/*/src/domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:crypto',
              allowImportNames: ['createHmac', 'timingSafeEqual'],
              message: 'Chance and ids come through context.',
            },
          ],
          patterns: [
            {
              regex:
                '^(?!\\.|@qsr/errors$|@qsr/subgraph/(channels|dayparts|editions|ids|instants|local-time)$|node:crypto$)',
              message: 'Domain rules are pure: relative imports, @qsr/errors and the pure modules of the kit only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'packages/config/src/**',
      'packages/local-stack/src/**',
      'packages/registry/src/environment.ts',
      'packages/testkit/src/**',
      'scripts/**',
      'test/**',
      '**/test/**',
      '*.config.*',
    ],
    rules: { 'n/no-process-env': 'off' },
  },
  { files: ['**/*.config.{ts,js}', '**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    // Answers of a GraphQL server are untyped on the wire; a test reads what it expects and fails on anything else.
    files: ['**/test/**/*.ts', 'test/**/*.ts', 'packages/testkit/src/**'],
    rules: {
      'import-x/no-extraneous-dependencies': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['**/*.test.ts'],
    plugins: { vitest },
    rules: {
      ...vitest.configs.recommended.rules,
      'vitest/consistent-test-it': ['error', { fn: 'it', withinDescribe: 'it' }],
      // Suites that need a server are skipped where there is none; CI counts a skip as a failure.
      'vitest/no-disabled-tests': 'off',
    },
  },
);
