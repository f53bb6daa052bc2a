import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestSubgraph } from './support/subgraph.ts';

/** Everything that happened in both subgraphs, in order. */
const journal: string[] = [];

/** Leaves the others many chances to come in between. */
const work = async (step: string, note: string): Promise<void> => {
  journal.push(`${step} ${note}`);
  for (let turns = 0; turns < 20; turns += 1) await turn();
  journal.push(`${step} ${note} done`);
};

const write = async (step: string, note: string) => {
  await work(step, note);
  return { id: 'w1' };
};

const subgraphs = [
  new TestSubgraph(
    'orders',
    `type Query { open: String }
     type Mutation { order(note: String!): Wallet }
     type Wallet @key(fields: "id") { id: ID! }`,
    { Mutation: { order: (_: unknown, { note }: { note: string }) => write('order', note) } },
  ),
  new TestSubgraph(
    'points',
    `type Mutation { earn(note: String!): Wallet }
     type Wallet @key(fields: "id") { id: ID! balance: Int }`,
    {
      Mutation: { earn: (_: unknown, { note }: { note: string }) => write('earn', note) },
      Wallet: {
        balance: async ({ id }: { id: string }) => {
          await work('balance of', id);
          return 7;
        },
      },
    },
  ),
] as const;

let gateway: TestGateway;

beforeAll(async () => {
  for (const subgraph of subgraphs) await subgraph.start();
  gateway = await TestGateway.start(compose(subgraphs));
});

afterAll(async () => {
  for (const part of [gateway, ...subgraphs]) await part[Symbol.asyncDispose]();
});

beforeEach(() => {
  journal.length = 0;
});

const done = (steps: readonly string[]) => steps.flatMap((step) => [step, `${step} done`]);

describe('mutations of one operation', () => {
  it('run one after another in the order asked for, whichever subgraphs they are of', async () => {
    const answer = await gateway.query(`mutation {
      a: order(note: "1") { balance }
      b: earn(note: "2") { id }
      ...Last
    } fragment Last on Mutation { c: order(note: "3") { id } d: earn(note: "4") { id } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.a).toStrictEqual({ balance: 7 });
    expect(journal).toStrictEqual(done(['order 1', 'balance of w1', 'earn 2', 'order 3', 'earn 4']));
  });

  it('that are the same but for their aliases all run', async () => {
    await gateway.query('mutation { a: earn(note: "1") { id } b: earn(note: "1") { id } }');
    expect(journal).toStrictEqual(done(['earn 1', 'earn 1']));
  });
});

it('the same mutation of two requests at once reaches the subgraph twice', async () => {
  const mutation = 'mutation { earn(note: "1") { id } }';
  await Promise.all([gateway.query(mutation), gateway.query(mutation)]);
  expect(journal.filter((step) => step === 'earn 1 done')).toHaveLength(2);
});
