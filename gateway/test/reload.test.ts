import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answered } from './support/gateway.ts';
import { hold, startPublished, statusOf, until } from './support/published.ts';

const BOTH = '{ me { name balance } }';
const patience = { timeout: 15_000 };

let published: Awaited<ReturnType<typeof startPublished>>;

beforeEach(async () => {
  published = await startPublished();
});

afterEach(() => published[Symbol.asyncDispose]());

const sideOf = (version: number) => (version % 2 === 1 ? published.left : published.right);
/** Publishes the other side, and waits until it is served. */
const renew = async (version: number): Promise<void> => {
  const { files, keys, gateway } = published;
  await files.publish(sideOf(version).sdl, { key: keys.signing });
  await until(gateway, { version });
};
const all = (name: string) => ({ me: { name, balance: name } });

describe('a request under way while another schema comes', () => {
  it('ends with the schema that it began with, which then lets go of its subgraphs', async () => {
    const { gateway, left, right } = published;
    const held = hold(left.points);
    const asked = gateway.query(BOTH);
    await held.count(1);
    await renew(2);
    expect((await gateway.query(BOTH)).data).toStrictEqual(all('right'));
    expect(await left.people.connections()).toBeGreaterThan(0);

    await held.release({ data: { _entities: [{ balance: 'left' }] } });
    expect(await asked).toMatchObject({ status: 200, text: `${JSON.stringify({ data: all('left') })}\n` });
    await vi.waitFor(async () => {
      expect(await left.people.connections()).toBe(0);
      expect(await left.points.connections()).toBe(0);
    }, patience);
    expect(await right.people.connections()).toBeGreaterThan(0);
  });

  it('has its errors worded by that schema too, also when the other one lacks what was asked', async () => {
    const { gateway, left } = published;
    const query = '{ me { onlyLeft } }';
    // From the second time on it is known, and answered without Apollo Server unless something goes wrong.
    for (let times = 0; times < 2; times += 1) {
      expect((await gateway.query(query)).data).toStrictEqual({ me: { onlyLeft: 'left' } });
    }
    const held = hold(left.people);
    const asked = gateway.query(query);
    await held.count(1);
    await renew(2);
    await held.release({ data: { me: null }, errors: [{ message: 'no', path: ['me'] }] });
    const { status, data, errors } = await asked;
    expect([status, data, errors?.map(({ path }) => path)]).toStrictEqual([200, { me: null }, [['me']]]);
    expect((await gateway.query(query)).errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await vi.waitFor(async () => expect(await left.people.connections()).toBe(0), patience);
  });

  it('is let go of when its client goes away', async () => {
    const { gateway, left } = published;
    await gateway.query(BOTH);
    const held = hold(left.points);
    const asked = request(gateway.url, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json' },
    });
    const gone = once(asked, 'error');
    asked.end(JSON.stringify({ query: BOTH }));
    await held.count(1);
    await renew(2);
    asked.destroy();
    await gone;
    await held.release({ errors: [{ message: 'no' }] });
    await vi.waitFor(async () => expect(await left.points.connections()).toBe(0), patience);
  });

  it('that is a write has its caller’s reads join nothing older, with whichever schema', async () => {
    const { gateway, left, right } = published;
    const write = hold(left.people);
    const writing = gateway.query('mutation { touch }');
    await write.count(1);
    await renew(2);
    await gateway.query('{ me { name } }');
    const reads = hold(right.people);
    const before = gateway.query('{ me { name } }');
    await reads.count(1);
    await write.release({ data: { touch: 'left' } });
    expect((await writing).data).toStrictEqual({ touch: 'left' });
    const after = gateway.query('{ me { name } }');
    await reads.count(2);
    await reads.release({ data: { me: { name: 'right' } } });
    expect([(await before).data, (await after).data]).toStrictEqual([
      { me: { name: 'right' } },
      { me: { name: 'right' } },
    ]);
  });
});

it('answers everything right during ten changes under load: by one schema or the other', async () => {
  const { gateway, left, right } = published;
  // Second hops take a while, so that requests are under way whenever a schema changes.
  for (const { name, points } of [left, right]) {
    points.fault = (response) =>
      void setTimeout(() => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: { _entities: [{ balance: name }] } }));
      }, 5);
  }
  const queries = [BOTH, '{ me { name balance onlyLeft } }', '{ me { name onlyRight balance } }'];
  const answers: Answered[] = [];
  let isOver = false;
  const clients = Array.from({ length: 8 }, async (_, client) => {
    for (let count = client; !isOver; count += 1) answers.push(await gateway.query(queries[count % queries.length]!));
  });
  for (let version = 2; version <= 11; version += 1) {
    await renew(version);
    // What is asked from now on is answered by the new one.
    expect((await gateway.query(BOTH)).data).toStrictEqual(all(sideOf(version).name));
    const { length } = answers;
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(length + 24), patience);
  }
  isOver = true;
  await Promise.all(clients);

  const judge = ({ status, data, errors, headers }: Answered): string => {
    expect(headers.get('x-request-id')).not.toBeNull();
    if (status === 400) return String(errors?.[0]?.extensions['code']);
    return [status, errors?.length ?? 0, ...new Set(Object.values(data?.me ?? { none: 'null' }))].join(' ');
  };
  const found = Map.groupBy(answers, judge);
  expect(new Set(found.keys())).toStrictEqual(new Set(['200 0 left', '200 0 right', 'GRAPHQL_VALIDATION_FAILED']));
  const { left: lefts, right: rights } = { left: found.get('200 0 left'), right: found.get('200 0 right') };
  expect(Math.min(lefts!.length, rights!.length)).toBeGreaterThan(20);
  await vi.waitFor(async () => expect(await right.people.connections()).toBe(0), patience);
});

it('asks with the ETag, and reads parts only when there is another artifact', async () => {
  const { server } = published;
  await vi.waitFor(() => expect(server.count('304 /latest.json')).toBeGreaterThan(5), patience);
  expect(server.answered.filter((answer) => answer.startsWith('200'))).toHaveLength(3);
  await renew(2);
  await vi.waitFor(() => expect(server.answered.at(-1)).toBe('304 /latest.json'), patience);
  expect(server.answered.filter((answer) => answer.startsWith('200'))).toHaveLength(6);
});

it('takes the same schema under another version for what it is, and keeps what it knows', async () => {
  const { files, keys, gateway, left } = published;
  const { digest } = await statusOf(gateway);
  await gateway.query('{ leaders }');
  const connections = await left.points.connections();
  await files.publish(left.sdl, { key: keys.signing });
  await until(gateway, { version: 2, digest });
  expect(await left.points.connections()).toBe(connections);
});

it('ends at once while an artifact is asked for that never comes', async () => {
  const { server, gateway } = published;
  const asked = new Promise<void>((resolve) => {
    server.fault = () => {
      resolve();
      return true;
    };
  });
  await asked;
  const startedAt = performance.now();
  await gateway.drain();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
