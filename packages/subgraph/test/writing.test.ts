import { openStore, type Store, type TableSpec } from '@qsr/store';
import { customerViewer, guestViewer, startTestStore, type TestStore } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOnce,
  claimsTable,
  createOnce,
  keyError,
  outboxIndex,
  type Aggregate,
  type MutationCall,
} from '../src/writing.ts';

interface Counter extends Aggregate {
  readonly id: string;
  readonly value: number;
}

const counters: TableSpec<Counter> = { name: 'counters', key: { partition: 'id' }, indexes: outboxIndex };
const now = new Date('2026-03-01T12:00:00.000Z');
const ann = customerViewer('cus_01D7B345001GWZ0TR5TVF1VHBV');

let server: TestStore;
let store: Store;

beforeAll(async () => {
  server = await startTestStore();
  store = await openStore(server.url);
  await store.ensureTables([counters, claimsTable]);
});

afterAll(async () => {
  await store.close();
  await server[Symbol.asyncDispose]();
});

const call = (idempotencyKey: string, input: object = {}): MutationCall => ({
  viewer: ann,
  mutation: 'add',
  input: { idempotencyKey, ...input },
});

const counterTable = () => store.session().table(counters);

const newCounter = async (id: string) => {
  await counterTable().create({ id, value: 0, revision: 1 });
  return id;
};

const add = (id: string, by: number, { key, at = now }: { key: string; at?: Date }) =>
  changeOnce({
    table: counterTable(),
    key: { partition: id },
    call: call(key, { by }),
    now: at,
    decide: (counter) =>
      by < 0 ? { refused: 'no' } : { state: { ...counter, value: counter.value + by }, outcome: 'yes' },
  });

describe('a change under a key (I24)', () => {
  it('happens once for the same input, and answers the same again', async () => {
    const id = await newCounter('again');
    const first = await add(id, 5, { key: 'k1' });
    const second = await add(id, 5, { key: 'k1' });
    expect(first).toMatchObject({ kind: 'done', outcome: 'yes', replayed: false, item: { value: 5, revision: 2 } });
    expect(second).toMatchObject({ kind: 'done', outcome: 'yes', replayed: true, item: { value: 5, revision: 2 } });
  });

  it('is refused for another input, without an effect', async () => {
    const id = await newCounter('other');
    await add(id, 5, { key: 'k1' });
    expect(await add(id, 6, { key: 'k1' })).toEqual({ kind: 'key reused' });
    expect(await counterTable().get({ partition: id })).toMatchObject({ value: 5 });
  });

  it('happens once for fifty at the same time, and fifty keys make fifty changes', async () => {
    const id = await newCounter('twins');
    const twins = await Promise.all(Array.from({ length: 50 }, () => add(id, 1, { key: 'same' })));
    expect(twins.filter((twin) => twin.kind === 'done' && !twin.replayed)).toHaveLength(1);
    await Promise.all(Array.from({ length: 50 }, (_, index) => add(id, 1, { key: `key ${index}` })));
    expect(await counterTable().get({ partition: id })).toMatchObject({ value: 51, revision: 52 });
  });

  it('remembers a refusal too, and leaves the revision alone', async () => {
    const id = await newCounter('refusal');
    await add(id, -1, { key: 'k1' });
    expect(await add(id, -1, { key: 'k1' })).toMatchObject({
      outcome: 'no',
      replayed: true,
      item: { value: 0, revision: 1 },
    });
  });

  it('is remembered for a day, and forgotten afterwards', async () => {
    const id = await newCounter('age');
    await add(id, 1, { key: 'k1' });
    const dayLater = new Date(now.getTime() + 24 * 3_600_000);
    await add(id, 1, { key: 'k2', at: dayLater });
    expect(await add(id, 1, { key: 'k1', at: dayLater })).toMatchObject({ replayed: true });
    await add(id, 1, { key: 'k3', at: new Date(dayLater.getTime() + 1) });
    expect((await counterTable().get({ partition: id }))?.idempotency).toHaveLength(2);
  });

  it('tells when there is nothing to change', async () => {
    expect(await add('nowhere', 1, { key: 'k1' })).toEqual({ kind: 'absent' });
  });
});

const create = (
  [key, input]: readonly [key: string, input: object],
  effect: (ulid: string) => Promise<string>,
  patienceMs = 3_000,
) =>
  createOnce({
    claims: store.session().table(claimsTable),
    call: call(key, input),
    now: () => now,
    signal: new AbortController().signal,
    effect,
    patienceMs,
  });

describe('a creation under a key (I24)', () => {
  it('acts once for fifty at the same time, and all of them answer the same', async () => {
    let effects = 0;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        create(['born', {}], (ulid) => {
          effects += 1;
          return Promise.resolve(ulid);
        }),
      ),
    );
    expect(effects).toBe(1);
    expect(new Set(answers.map((answer) => (answer.kind === 'done' ? answer.outcome : answer.kind))).size).toBe(1);
  });

  it('is refused for another input', async () => {
    await create(['input', { name: 'a' }], (ulid) => Promise.resolve(ulid));
    expect(await create(['input', { name: 'b' }], (ulid) => Promise.resolve(ulid))).toEqual({ kind: 'key reused' });
  });

  it('can be tried again after a failure, and makes the same id then', async () => {
    const seen: string[] = [];
    const failing = create(['fails', {}], (ulid) => {
      seen.push(ulid);
      return Promise.reject(new Error('the store is down'));
    });
    await expect(failing).rejects.toThrow('the store is down');
    const answer = await create(['fails', {}], (ulid) => Promise.resolve(ulid));
    expect(answer).toEqual({ kind: 'done', outcome: seen[0], replayed: false });
  });

  it('says that it is in progress when a twin takes longer than one cares to wait', async () => {
    let finish: (ulid: string) => void = () => undefined;
    const slow = create(['slow', {}], () => new Promise((resolve) => (finish = resolve)));
    expect(await create(['slow', {}], (ulid) => Promise.resolve(ulid), 0)).toEqual({ kind: 'in progress' });
    finish('done at last');
    expect(await slow).toMatchObject({ outcome: 'done at last' });
  });
});

describe('the key of a call', () => {
  const guestCall = (idempotencyKey: string): MutationCall => ({ ...call(idempotencyKey), viewer: guestViewer });

  it('needs 128 random bits from a caller without a token', () => {
    expect(keyError(guestCall('1'))).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] });
    expect(keyError(guestCall('a'.repeat(40)))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(keyError(guestCall('9f1c4c3e-7d0a-4be1-8a52-0c9de1f3b6a7'))).toBeNull();
  });

  it('may be anything of 1 to 256 characters from a customer', () => {
    expect(keyError(call('1'))).toBeNull();
    expect(keyError(call(''))).not.toBeNull();
    expect(keyError(call('x'.repeat(257)))).not.toBeNull();
  });
});

describe('a refusal that time may lift', () => {
  it('does not stick to its key', async () => {
    const id = await newCounter('later');
    const attempt = (isUp: boolean) =>
      changeOnce({
        table: counterTable(),
        key: { partition: id },
        call: call('k1'),
        now,
        decide: (counter) =>
          isUp ? { state: { ...counter, value: 1 }, outcome: 'yes' } : { refused: 'down', passing: true },
      });
    expect(await attempt(false)).toMatchObject({ outcome: 'down' });
    expect(await attempt(true)).toMatchObject({ outcome: 'yes', replayed: false, item: { value: 1 } });
  });
});
