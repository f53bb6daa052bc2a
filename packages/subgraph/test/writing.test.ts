import { newEvent } from '@qsr/events';
import { openStore, type Store, type TableSpec } from '@qsr/store';
import { customerViewer, guestViewer, mortalStore, startTestStore, type TestStore } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOnce,
  inboxTable,
  keyError,
  outboxIndex,
  outboxSource,
  storedInbox,
  update,
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
  await store.ensureTables([counters, inboxTable]);
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

const add = (id: string, by: number, { key, at = now, over = store }: { key: string; at?: Date; over?: Store }) =>
  changeOnce({
    table: over.session().table(counters),
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

  it('happens once for twenty at the same time, and twenty keys make twenty changes', async () => {
    const id = await newCounter('twins');
    const twins = await Promise.all(Array.from({ length: 20 }, () => add(id, 1, { key: 'same' })));
    expect(twins.filter((twin) => twin.kind === 'done' && !twin.replayed)).toHaveLength(1);
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(id, 1, { key: `key ${index}` })));
    expect(await counterTable().get({ partition: id })).toMatchObject({ value: 21, revision: 22 });
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

  it('happens once when its process dies at any write and the call is repeated', async () => {
    for (let atWrite = 1; ; atWrite += 1) {
      const deaths = [false, true].map((applied) => mortalStore(store, { atWrite, applied }));
      for (const [place, over] of deaths.entries()) {
        const id = await newCounter(`dies ${atWrite} ${place}`);
        await add(id, 5, { key: 'k1', over }).catch(() => undefined);
        await add(id, 5, { key: 'k1' });
        expect(await counterTable().get({ partition: id })).toMatchObject({ value: 5, revision: 2 });
      }
      if (!deaths.some((over) => over.isDead())) return;
    }
  });

  it('tells when there is nothing to change', async () => {
    expect(await add('nowhere', 1, { key: 'k1' })).toEqual({ kind: 'absent' });
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

describe('events that wait in an aggregate', () => {
  const event = (id: string) =>
    newEvent(
      'orders.quote.created',
      { quoteId: 'qte_1', cartId: 'crt_1', customerId: null },
      { id, time: now.toISOString(), subject: 'qte_1', partitionKey: 'crt_1', correlationId: 'crt_1' },
    );
  const happen = (id: string, ...events: readonly string[]) =>
    update({
      table: counterTable(),
      key: { partition: id },
      step: (counter) => ({ state: { ...counter, value: counter.value + 1 }, events: events.map(event) }),
    });
  const idsOf = (events: ReadonlyArray<{ readonly id: string }>) => events.map(({ id }) => id);

  it('go when they were published; those that the bus did not take and those that came meanwhile stay', async () => {
    const id = await newCounter('outbox');
    const source = outboxSource(store, counters);
    await happen(id, 'e1', 'e2');
    const [pending] = await source.pending(10);
    expect(pending?.since).toBe(now.toISOString());
    await happen(id, 'e2', 'e3');
    await source.published(pending!, ['e1']);
    const [left] = await source.pending(10);
    expect(idsOf(left!.events)).toEqual(['e2', 'e3']);
    await source.published(left!, ['e2', 'e3']);
    expect(await source.pending(10)).toEqual([]);
    expect(await counterTable().get({ partition: id })).toMatchObject({ value: 2, revision: 3 });
  });

  it('are all there when many come at the same time', async () => {
    const id = await newCounter('rush');
    const ids = Array.from({ length: 20 }, (_, index) => `r${index}`);
    await Promise.all(ids.map((one) => happen(id, one)));
    const counter = await counterTable().get({ partition: id });
    expect(idsOf(counter!.outbox!).sort()).toEqual(ids.sort());
    expect(counter).toMatchObject({ value: 20, revision: 21 });
  });
});

it('an inbox knows what each consumer has done, for longer than a queue keeps a message', async () => {
  const inbox = storedInbox(store);
  await inbox.done('loyalty', 'e1', now.toISOString());
  await inbox.done('loyalty', 'e1', new Date(now.getTime() + 1).toISOString());
  expect(await inbox.seen('loyalty', 'e1')).toBe(true);
  expect(await inbox.seen('orders', 'e1')).toBe(false);
  const stored = await store.session().table(inboxTable).get({ partition: 'loyalty/e1' });
  expect(Date.parse(stored!.expiresAt) - now.getTime()).toBeGreaterThan(14 * 86_400_000);
});
