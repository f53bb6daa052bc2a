import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestBus, type TestBus } from '@qsr/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createConsumer,
  createRelay,
  Later,
  openBus,
  redrive,
  type EventBus,
  type Handler,
  type Queue,
} from '../src/index.ts';
import { clock, completed, depths, log, memoryInbox, memoryOutbox, openTestBus } from './fixtures.ts';

let server: TestBus;
beforeAll(async () => {
  server = await startTestBus();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The bus with other queues, for consumers and their dead letters alike. */
const withQueues = (bus: EventBus, change: (queue: Queue) => Queue): EventBus => ({
  ...bus,
  subscription: async (consumer) => {
    const { queue, deadLetters } = await bus.subscription(consumer);
    return { queue: change(queue), deadLetters: change(deadLetters) };
  },
});

const unsendable = (bus: EventBus): EventBus =>
  withQueues(bus, (queue) => ({ ...queue, send: () => Promise.reject(new Error('the queue takes nothing')) }));

const consumerOf = (bus: EventBus, handler: Handler<'orders.order.completed'> = () => Promise.resolve()) =>
  createConsumer({
    ...{ name: 'loyalty', bus, inbox: memoryInbox(), log, clock },
    handlers: { 'orders.order.completed': handler },
  });

describe('a message whose copy cannot be sent', () => {
  it.each([
    ['to the dead letters', () => '{"half'],
    ['to be put off', () => JSON.stringify(completed('a'))],
  ])('%s is not acknowledged', async (_where, body) => {
    const bus = openTestBus(server.url);
    const { queue } = await bus.subscription('loyalty');
    await queue.send({ body: body(), attributes: {} });
    await consumerOf(unsendable(bus), () => Promise.reject(new Later(0))).runOnce();
    expect(await depths(bus)).toEqual({ inFlight: 1, dead: 0 });
  });

  it('back to its consumer stays among the dead letters, and goes to this consumer alone once it can', async () => {
    const types = ['orders.order.completed'] as const;
    const bus = openTestBus(server.url, { topology: { loyalty: types, offers: types } });
    const { queue, deadLetters } = await bus.subscription('loyalty');
    const others = await bus.subscription('offers');
    await deadLetters.send({ body: JSON.stringify(completed('a', 'e1')), attributes: {} });
    await deadLetters.send({ body: JSON.stringify(completed('b', 'e2')), attributes: {} });
    await expect(redrive(unsendable(bus), { consumer: 'loyalty' })).rejects.toThrow('takes nothing');
    expect((await deadLetters.depth()).waiting).toBe(2);
    expect(await redrive(bus, { consumer: 'loyalty', id: 'e1' })).toMatchObject([{ id: 'e1' }]);
    const waiting = await Promise.all([queue, deadLetters, others.queue].map((one) => one.depth()));
    expect(waiting.map((depth) => depth.waiting)).toEqual([1, 1, 0]);
  });
});

it('a message stays hidden from others for as long as its handler works', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const bus = openTestBus(server.url, { visibilityMs: 30_000 });
  const hidden: number[] = [];
  const watched = withQueues(bus, (queue) => ({
    ...queue,
    hide: (message, ms) => {
      hidden.push(ms);
      return queue.hide(message, ms);
    },
  }));
  await bus.publish([completed('a')]);
  await consumerOf(watched, () => {
    vi.advanceTimersByTime(29_000);
    return Promise.resolve();
  }).runOnce();
  expect(hidden).toEqual([30_000]);
  vi.advanceTimersByTime(60_000);
  expect(hidden).toHaveLength(1);
});

const answers: ReadonlyArray<readonly [action: string, xml: string]> = [
  ['CreateTopic', '<TopicArn>arn:aws:sns:us-east-1:1:t</TopicArn>'],
  [
    'PublishBatch',
    `<Successful><member><Id>0</Id><MessageId>m</MessageId></member></Successful>
     <Failed><member><Id>1</Id><Code>InternalError</Code><SenderFault>false</SenderFault></member></Failed>`,
  ],
];

it('what a bus does not take out of a batch stays in its outbox', async () => {
  await using sns = createServer((request, response) => {
    request.setEncoding('utf8').once('data', (body: string) => {
      const [action, xml] = answers.find(([name]) => body.includes(`Action=${name}&`))!;
      response.end(`<${action}Response><${action}Result>${xml}</${action}Result></${action}Response>`);
    });
  });
  await once(sns.listen(0, '127.0.0.1'), 'listening');
  const bus = openBus(`sns+http://127.0.0.1:${(sns.address() as AddressInfo).port}/test`, { topology: {} });
  const [taken, missed] = [completed('a'), completed('b')];
  const source = memoryOutbox([taken, missed]);
  expect(await createRelay({ sources: [source], bus, log }).runOnce()).toBe(1);
  expect(source.left).toEqual([missed]);
  bus.close();
});
