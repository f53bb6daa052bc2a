import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startTestStore } from '@qsr/testkit';
import { expect, it } from 'vitest';

it('runs as a process, becomes ready, and ends with 0 when it is told to', async () => {
  await using store = await startTestStore();
  const child = fork(new URL('../src/main.ts', import.meta.url), {
    env: {
      ...process.env,
      PROFILE_STORE: store.url,
      BUS_URL: 'sns+http://127.0.0.1:1/test',
      COMMAND_SECRETS: 'a-secret-that-only-tests-ever-use-0002',
      VIEWER_SECRETS: 'a-secret-that-only-tests-ever-use-0001',
      LOG_LEVEL: 'silent',
    },
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toStrictEqual([0, null]);
});
