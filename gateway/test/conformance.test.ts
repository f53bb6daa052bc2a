import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestSubgraph } from './support/subgraph.ts';

let subgraph: TestSubgraph;
let gateway: TestGateway;

beforeAll(async () => {
  subgraph = await new TestSubgraph('any', 'type Query { closed: Int @authenticated broken: Int open: Int }', {
    Query: {
      closed: () => 1,
      open: () => 2,
      broken: () => {
        throw new Error('as it is');
      },
    },
  }).start();
  gateway = await TestGateway.start(compose([subgraph]), { conformance: true, introspection: false });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await subgraph[Symbol.asyncDispose]();
});

it('conformance runs see a plain gateway: no authorization, no limits, no masking, introspection', async () => {
  const answer = await gateway.query('{ closed broken }', {}, { authorization: 'Bearer nonsense' });
  expect(answer.data).toStrictEqual({ closed: 1, broken: null });
  expect(answer.errors?.[0]).toMatchObject({ message: 'as it is', path: ['broken'] });
  const many = Array.from({ length: 200 }, (_, index) => `a${index}: open`).join(' ');
  expect(Object.keys((await gateway.query(`{ ${many} }`)).data)).toHaveLength(200);
  expect((await gateway.query(getIntrospectionQuery())).data.__schema).toBeDefined();
});
