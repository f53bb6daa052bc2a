import { AppError } from '@qsr/errors';
import { TestSubgraph, type TestContext } from './subgraph.ts';

/** Two subgraphs over one entity: `accounts` owns the customer, `points` adds to it, with an input of the planner's own. */
export const startShop = async () => {
  const accounts = await new TestSubgraph(
    'accounts',
    `type Query { me: Customer viewer: Customer @shareable customers: [Customer!] }
     type Mutation { rename(name: String!): Customer }
     type Customer @key(fields: "id") { id: ID! name: String grade: Int @inaccessible }`,
    {
      Query: {
        me: () => ({ id: 'c1', name: 'Ann', grade: 2 }),
        viewer: () => ({ id: 'c1', name: 'Ann', grade: 2 }),
        customers: () => [
          { id: 'c1', name: 'Ann', grade: 2 },
          { id: 'c2', name: 'Bob', grade: 3 },
        ],
      },
      Mutation: { rename: (_: unknown, { name }: { name: string }) => ({ id: 'c1', name, grade: 2 }) },
    },
  ).start();
  const points = await new TestSubgraph(
    'points',
    `type Query { viewer: Customer @shareable leaders: [String!] list(first: Int): [String!] broken: String! }
     type Customer @key(fields: "id") {
       id: ID!
       grade: Int @external
       balance: Int
       rank: String @requires(fields: "grade")
       history: [String!]
     }`,
    {
      Query: {
        viewer: () => ({ id: 'c1' }),
        leaders: () => ['c1'],
        list: () => {
          throw new AppError('BAD_USER_INPUT', 'list(first:): 500 is more than 50');
        },
        broken: () => {
          throw new Error('connect ECONNREFUSED http://10.0.0.7:8000 password=hunter2');
        },
      },
      Customer: {
        __resolveReference: (reference: { id: string; grade?: number }, context: TestContext) => {
          context.extensions = { calls: { stores: { wallets: 1 }, legacy: { loyalty: { inquiry: 1 } } } };
          return reference;
        },
        balance: () => 120,
        rank: ({ grade }: { grade: number }) => `rank ${grade}`,
        history: ({ id }: { id: string }) => {
          throw new AppError('DOWNSTREAM_UNAVAILABLE', `no history of ${id} at http://legacy.internal`, {
            service: 'legacy-loyalty',
          });
        },
      },
    },
  ).start();
  return {
    accounts,
    points,
    subgraphs: [accounts, points],
    async [Symbol.asyncDispose]() {
      await accounts[Symbol.asyncDispose]();
      await points[Symbol.asyncDispose]();
    },
  };
};
