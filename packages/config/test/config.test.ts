import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { milliseconds, port, readConfig, secrets, storeUrl } from '../src/index.ts';

const shape = {
  PORT: port().default(4000),
  STORE: storeUrl(),
  SECRETS: secrets(),
  DRAIN_MS: milliseconds().default(10),
};

describe('an environment', () => {
  it('is typed and frozen when it is good', () => {
    const result = readConfig(shape, { STORE: 'dynamodb://eu-west-1/shop', SECRETS: 'x'.repeat(32), PORT: '0' });
    expect(result).toStrictEqual({
      ok: true,
      config: { PORT: 0, STORE: 'dynamodb://eu-west-1/shop', SECRETS: ['x'.repeat(32)], DRAIN_MS: 10 },
    });
    expect(Object.isFrozen(result.ok && result.config)).toBe(true);
  });

  it('tells every fault at once, each with the name of its variable', () => {
    const result = readConfig(shape, { PORT: '70000', SECRETS: 'short', DRAIN_MS: '1.5', STORE: '' });
    expect(result).toStrictEqual({
      ok: false,
      faults: [
        'PORT: "70000" is not a port from 0 to 65535.',
        'STORE: missing. It is required.',
        'SECRETS: every secret needs at least 32 characters (separate several with commas; the first one signs).',
        'DRAIN_MS: "1.5" is not a whole number of milliseconds from 1 to 86400000.',
      ],
    });
  });

  it('ends the process with 1 and prints the faults when it is bad', async () => {
    const entry = new URL('../../../subgraphs/profile/src/main.ts', import.meta.url).pathname;
    const run = promisify(execFile)(process.execPath, [entry], { env: { PORT: 'x', LOG_LEVEL: 'loud' } });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /profile: the environment has 6 fault\(s\):(\n {2}- (PORT|LOG_LEVEL|VIEWER_SECRETS|BUS_URL|COMMAND_SECRETS|PROFILE_STORE): .+){6}\n$/,
      ),
    });
  });
});
