import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecording, recordingFiles } from '@qsr/usage';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestSubgraph } from './support/subgraph.ts';

const typeDefs = `
  type Query {
    offers(first: Int, filter: Filter): [Offer!]
    broken: String
  }
  type Mutation { save(input: SaveInput!): Points }
  enum State { OPEN CLOSED GONE }
  enum Grade { HIGH LOW }
  input Filter { state: State note: String or: [Filter!] }
  input SaveInput { owner: Owner! states: [State!] secret: String unused: Int }
  input Owner { name: String! email: String tags: Json }
  scalar Json
  interface Offer { id: ID! title: String }
  type Points implements Offer { id: ID! title: String points: Int grade: Grade }
  type Percent implements Offer { id: ID! title: String percent: Int }
`;

const offer = { __typename: 'Points', id: 'o1', title: 'Two for one', points: 5, grade: 'HIGH' };

let shop: TestSubgraph;
let supergraph: string;

beforeAll(async () => {
  shop = await new TestSubgraph('offers', typeDefs, {
    Query: {
      offers: () => [offer],
      broken: () => {
        throw new Error('broken');
      },
    },
    Mutation: { save: () => offer },
  }).start();
  supergraph = compose([shop]);
});

afterAll(async () => shop[Symbol.asyncDispose]());

interface Sent {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** Sends to a gateway that records, drains it, and reads what it wrote. */
const record = async (...requests: readonly Sent[]) => {
  const directory = join(await mkdtemp(join(tmpdir(), 'usage-')), 'not', 'there');
  onTestFinished(() => rm(join(directory, '../..'), { recursive: true }));
  await using gateway = await TestGateway.start(supergraph, { usageDirectory: directory });
  for (const { query, variables, headers } of requests) await gateway.query(query, variables, headers);
  await gateway.drain();
  const { recording, problems } = await readRecording(await recordingFiles(directory));
  expect(problems).toEqual([]);
  const texts = await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name), 'utf8')));
  return {
    text: texts.join(''),
    operations: [...recording.operations.values()],
    counts: [...recording.counts].map(({ client, version, count, errors, operation, inputs = [] }) => ({
      ...{ client, version, count, errors, inputs },
      name: recording.operations.get(operation)!.name,
    })),
  };
};

const ios = { 'apollographql-client-name': 'ios', 'apollographql-client-version': '4.2.0' };
const web = { 'graphql-client-name': 'web', 'graphql-client-version': '17' };

it('counts an operation for each client, whichever way it is answered', async () => {
  const query = 'query Offers { offers(first: 3) { id } }';
  const { counts } = await record(
    { query, headers: ios },
    { query, headers: ios },
    { query, headers: ios },
    { query, headers: web },
    { query },
    { query, headers: { ...ios, 'apollographql-client-version': '4.3.0' } },
  );
  const same = { name: 'Offers', errors: 0, inputs: [] };
  expect(counts).toEqual([
    { ...same, client: 'ios', version: '4.2.0', count: 3 },
    { ...same, client: 'web', version: '17', count: 1 },
    { ...same, client: 'unknown', version: 'unknown', count: 1 },
    { ...same, client: 'ios', version: '4.3.0', count: 1 },
  ]);
});

it('counts the real field behind an alias, and the types behind an interface', async () => {
  const { operations } = await record({
    query: `query Some { points: offers(first: 1) { ...Title percent: id ... on Points { points } } }
            fragment Title on Offer { title }`,
  });
  expect(operations).toMatchObject([
    {
      name: 'Some',
      coordinates: [
        'Offer.id',
        'Offer.title',
        'Percent.id',
        'Percent.title',
        'Points.id',
        'Points.points',
        'Points.title',
        'Query.offers(first:)',
      ],
      signature: 'query Some{offers(first:0){...on Points{points}...Title id}}fragment Title on Offer{title}',
    },
  ]);
});

it('records the names in variables, at any depth, and none of their values', async () => {
  const query = 'mutation Save($input: SaveInput!) { save(input: $input) { id } }';
  const input = {
    owner: { name: 'Ann Example', email: 'ann@example.com', tags: { email: 'tag@example.com' } },
    states: ['OPEN'],
  };
  const { counts, operations, text } = await record(
    { query, variables: { input } },
    { query, variables: { input: { owner: { name: 'Bob Example' }, secret: 'hunter2' } }, headers: ios },
    { query, variables: { input: { owner: { name: 'Bob Example' }, states: ['CLOSED'] } }, headers: ios },
  );
  expect(operations[0]?.coordinates).toEqual(['Mutation.save(input:)', 'Points.id', 'SaveInput']);
  expect(counts.map(({ client, inputs }) => [client, inputs])).toEqual([
    ['unknown', ['Owner.email', 'Owner.name', 'Owner.tags', 'SaveInput.owner', 'SaveInput.states', 'State.OPEN']],
    ['ios', ['Owner.name', 'SaveInput.owner', 'SaveInput.secret', 'SaveInput.states', 'State.CLOSED']],
  ]);
  expect(text).not.toMatch(/Example|example\.com|hunter2|tag@/i);
});

it('records the names in literals, and none of their values', async () => {
  const { operations, text } = await record({
    query: `query Some($note: String = "private default") {
      offers(filter: { or: [{ state: OPEN, note: "private" }, { note: $note }] }, first: 31337) {
        id
        ... on Points @include(if: true) { grade }
      }
    }`,
  });
  expect(operations[0]?.coordinates).toEqual([
    '@include(if:)',
    'Filter.note',
    'Filter.or',
    'Filter.state',
    'Grade.*',
    'Offer.id',
    'Percent.id',
    'Points.grade',
    'Points.id',
    'Query.offers(filter:)',
    'Query.offers(first:)',
    'State.OPEN',
  ]);
  expect(text).not.toMatch(/private|31337/);
});

it('counts errors, and nothing that was not run', async () => {
  const broken = 'query Broken { broken }';
  const { counts } = await record(
    { query: broken },
    { query: broken },
    { query: '{ unknown }' },
    { query: '{ offers { id }' },
    { query: 'query IntrospectionQuery { __schema { queryType { name } } }' },
    { query: '{ __typename }' },
    { query: `{ ${'a: offers { id } '.repeat(40)} }` },
  );
  expect(counts).toMatchObject([{ name: 'Broken', count: 2, errors: 2 }]);
});

it('keeps of a client’s name what looks like one', async () => {
  const headers = {
    'apollographql-client-name': `<script>${'x'.repeat(500)}`,
    'apollographql-client-version': 'né "1"',
  };
  const { counts } = await record({
    query: '{ offers { id } }',
    headers: { 'graphql-client-version': '', ...headers },
  });
  expect(counts).toMatchObject([{ client: `_script_${'x'.repeat(56)}`, version: 'n_ _1_' }]);
});

it('does not start where it could not record', async () => {
  const usageDirectory = join(import.meta.filename, 'below-a-file');
  await expect(TestGateway.start(supergraph, { usageDirectory })).rejects.toThrow(
    /usage cannot be written to .*below-a-file/,
  );
});

it('writes nothing when no directory is given', async () => {
  await using gateway = await TestGateway.start(supergraph);
  expect((await gateway.query('{ offers { id } }')).status).toBe(200);
});
