import { openStore, type Store } from '@qsr/store';
import { customerViewer, mortalStore, startTestStore, type TestStore } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsTable, createOnce, type MutationCall } from '../src/writing.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
/** When whoever took a claim has lost it. */
const leaseOver = new Date(now.getTime() + 10_000);

let server: TestStore;
let store: Store;

beforeAll(async () => {
  server = await startTestStore();
  store = await openStore(server.url);
  await store.ensureTables([claimsTable]);
});

afterAll(async () => {
  await store.close();
  await server[Symbol.asyncDispose]();
});

const call = (idempotencyKey: string, input: object = {}): MutationCall => ({
  viewer: customerViewer('cus_01D7B345001GWZ0TR5TVF1VHBV'),
  mutation: 'add',
  input: { idempotencyKey, ...input },
});

interface Creating {
  readonly effect?: (ulid: string) => Promise<string>;
  readonly patienceMs?: number;
  readonly at?: Date;
  readonly over?: Store;
}

const create = (
  of: MutationCall,
  { effect = (ulid) => Promise.resolve(ulid), patienceMs = 15_000, at = now, over = store }: Creating = {},
) =>
  createOnce({
    claims: over.session().table(claimsTable),
    call: of,
    now: () => at,
    signal: new AbortController().signal,
    effect,
    isPassing: (outcome) => outcome === 'down',
    patienceMs,
  });

describe('a creation under a key (I24)', () => {
  it('acts once for twenty at the same time, and all of them answer the same', async () => {
    let effects = 0;
    const effect = (ulid: string) => {
      effects += 1;
      return Promise.resolve(ulid);
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(call('born'), { effect })));
    expect(effects).toBe(1);
    expect(new Set(answers.map((answer) => (answer.kind === 'done' ? answer.outcome : answer.kind))).size).toBe(1);
  });

  it('is refused for another input, whose members may come in any order', async () => {
    await create(call('input', { name: 'a', size: 1 }));
    expect(await create(call('input', { name: 'b', size: 1 }))).toEqual({ kind: 'key reused' });
    const reordered = call('input', { size: 1, phone: undefined, name: 'a' });
    expect(await create(reordered)).toMatchObject({ kind: 'done', replayed: true });
  });

  it('is of one caller and one mutation: others use the same key for themselves', async () => {
    const mine = call('shared');
    const ben = customerViewer('cus_01D7B345001GWZ0TR5TVF1VHBW');
    for (const one of [mine, { ...mine, viewer: ben }, { ...mine, mutation: 'take' }]) {
      expect(await create(one)).toMatchObject({ kind: 'done', replayed: false });
    }
  });

  it('can be tried again after a failure, and makes the same id then', async () => {
    const seen: string[] = [];
    const failing = create(call('fails'), {
      effect: (ulid) => {
        seen.push(ulid);
        return Promise.reject(new Error('the store is down'));
      },
    });
    await expect(failing).rejects.toThrow('the store is down');
    expect(await create(call('fails'))).toEqual({ kind: 'done', outcome: seen[0], replayed: false });
  });

  it('is carried on under the same id by one of twenty when its process died and its lease is over', async () => {
    const seen: string[] = [];
    const effect = (ulid: string) => {
      seen.push(ulid);
      return Promise.resolve('done');
    };
    const dying = mortalStore(store, { atWrite: 2, applied: false });
    await expect(create(call('dies'), { effect, over: dying })).rejects.toThrow('killed');
    const other = call('dies', { name: 'other' });
    expect(await create(other, { at: leaseOver })).toEqual({ kind: 'key reused' });
    const twins = Array.from({ length: 20 }, () => create(call('dies'), { effect, at: leaseOver }));
    expect(await Promise.all(twins)).toEqual(twins.map(() => expect.objectContaining({ outcome: 'done' })));
    expect(seen).toEqual([seen[0], seen[0]]);
  });

  it('says that it is in progress when a twin takes longer than one cares to wait', async () => {
    const finish = Promise.withResolvers<string>();
    const slow = create(call('slow'), { effect: () => finish.promise });
    expect(await create(call('slow'), { patienceMs: 0 })).toEqual({ kind: 'in progress' });
    finish.resolve('done at last');
    expect(await slow).toMatchObject({ outcome: 'done at last' });
  });

  it('answers as the twin did that took over while it took too long', async () => {
    const [begun, finish] = [Promise.withResolvers<undefined>(), Promise.withResolvers<string>()];
    const slow = create(call('overtaken'), {
      effect: () => {
        begun.resolve(undefined);
        return finish.promise;
      },
    });
    await begun.promise;
    await create(call('overtaken'), { effect: () => Promise.resolve('theirs'), at: leaseOver });
    finish.resolve('mine');
    expect(await slow).toEqual({ kind: 'done', outcome: 'theirs', replayed: true });
  });

  it('lets a refusal that time may lift not stick to its key', async () => {
    await create(call('down'), { effect: () => Promise.resolve('down') });
    expect(await create(call('down'))).toMatchObject({ kind: 'done', replayed: false });
  });
});
