import { defineConfig } from 'vitest/config';

/** Not a part of `npm test`: it installs what others made. `.ci/run` runs it. */
export default defineConfig({
  test: {
    name: 'compatibility',
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/compatibility/**/*.test.ts'],
    env: { APOLLO_TELEMETRY_DISABLED: '1', TZ: 'UTC' },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
