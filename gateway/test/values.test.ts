import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestSubgraph } from './support/subgraph.ts';

let subgraph: TestSubgraph;
let gateway: TestGateway;

beforeAll(async () => {
  subgraph = await new TestSubgraph(
    'stores',
    `scalar DateTime
     scalar Colour
     type Query { open(at: DateTime!): Boolean near(latitude: Float!): String paint(colour: Colour!): String }`,
    { Query: { open: () => true, near: () => 'here', paint: () => 'done' } },
  ).start();
  gateway = await TestGateway.start(compose([subgraph]));
});

afterAll(async () => {
  for (const part of [gateway, subgraph]) await part[Symbol.asyncDispose]();
});

describe('a value', () => {
  it.each([
    ['a variable of a known scalar', 'query ($at: DateTime!) { open(at: $at) near(latitude: 1) }', 'BAD_USER_INPUT'],
    ['a literal of a known scalar', '{ open(at: "noon") near(latitude: 1) }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a number beyond all numbers', '{ near(latitude: 1e400) }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a whole number beyond all numbers', `{ near(latitude: ${'9'.repeat(400)}) }`, 'GRAPHQL_VALIDATION_FAILED'],
  ])('that no subgraph could read, %s, is refused before one is asked', async (_what, query, code) => {
    subgraph.received.length = 0;
    const answer = await gateway.query(query, { at: 'noon' });
    expect(answer.status).toBe(400);
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toStrictEqual([code]);
    expect(subgraph.received).toHaveLength(0);
  });

  it('of a known scalar reaches the subgraph, and of an unknown one whatever it is', async () => {
    const query = 'query ($at: DateTime!, $colour: Colour!) { open(at: $at) paint(colour: $colour) }';
    const answer = await gateway.query(query, { at: '2026-03-01T12:00:00Z', colour: { red: 1 } });
    expect(answer.data).toStrictEqual({ open: true, paint: 'done' });
  });
});
