import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const env = { APOLLO_TELEMETRY_DISABLED: '1', TZ: 'UTC' };

/**
 * Node resolves `graphql` to its CommonJS build for everybody; Vite would hand our sources the ES build beside it, and
 * two copies of graphql refuse each other's types.
 */
const resolve = {
  alias: [{ find: /^graphql$/, replacement: new URL('node_modules/graphql/index.js', import.meta.url).pathname }],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: [
            'packages/*/test/**/*.test.ts',
            'subgraphs/*/test/**/*.test.ts',
            'gateway/test/**/*.test.ts',
            'test/conformance/**/*.test.ts',
          ],
          env,
          setupFiles: ['test/seeded.ts'],
          // One core is left alone by default, which leaves one of two idle while a test waits for its processes.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          // Several start processes, one core each.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/chaos/**/*.test.ts'],
          fileParallelism: false,
          // Before the unit tests and not beside them: those start processes as well, and outages are told by time.
          sequence: { groupOrder: 1 },
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
