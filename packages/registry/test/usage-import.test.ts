import { describe, expect, it } from 'vitest';
import { day, read } from './exports.ts';

describe('a persisted query manifest', () => {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [
      {
        ...{ id: '1', name: 'Me', type: 'query', clientName: 'ios' },
        body: 'query Me($short: Boolean) { me { mine: name(short: $short) ... on Customer { state } } }',
      },
      {
        id: '2',
        name: 'Offers',
        type: 'query',
        body: 'query Offers($f: Filter) { offers(filter: $f) { ...O } } fragment O on Offer { id }',
      },
    ],
  };

  it('counts each operation once, on the day of the import or the one that was given', () => {
    const { operations, counts } = read('apollo', manifest);
    expect(operations.map(({ coordinates }) => coordinates)).toEqual([
      ['Customer.name(short:)', 'Customer.state', 'Query.me', 'State.*'],
      ['Filter', 'Offer.id', 'Query.offers(filter:)'],
    ]);
    const same = { count: 1, errors: 0, version: 'unknown' };
    expect(counts).toEqual([
      { ...same, name: 'Me', on: '2026-11-23', client: 'ios', inputs: undefined },
      { ...same, name: 'Offers', on: '2026-11-23', client: 'unknown', inputs: ['Filter.*', 'State.*'] },
    ]);
    expect(read('apollo', manifest, { at: day, client: 'web', version: '3' }).counts).toMatchObject([
      { on: '2026-11-20', client: 'ios' },
      { on: '2026-11-20', client: 'web', version: '3' },
    ]);
  });

  it('may be of Relay, or the documents of an app of Hive', () => {
    const documents = { '5f1c': 'query Me { me { id } }', '77aa': 'query Both { me { id } offers { id } }' };
    for (const from of ['apollo', 'hive'] as const) {
      expect(read(from, documents).operations.map(({ name }) => name)).toEqual(['Me', 'Both']);
    }
  });

  it.each([
    [
      'of a version that is to come',
      { ...manifest, version: 2 },
      /export\.json: The file looks like a persisted query manifest, but:[\s\S]*version/,
    ],
    ['without a body', { ...manifest, operations: [{ id: '1' }] }, /operations\[0\]\.body/],
    [
      'with a fragment alone',
      { ...manifest, operations: [{ id: '1', body: 'fragment F on Offer { id }' }] },
      /operations\[0\] has no operation in it/,
    ],
    [
      'with something else',
      { ...manifest, operations: [{ id: '1', body: 'SELECT 1' }] },
      /operations\[0\] is not an operation: Syntax Error: Unexpected Name "SELECT"/,
    ],
  ])('is refused %s', (_, json, message) => {
    expect(() => read('apollo', json)).toThrow(message);
  });
});

describe('answers of the GraphOS Platform API', () => {
  const top = [
    {
      ...{ operationId: 'a', name: 'Offers', requestCount: '120' },
      signature: '# Offers\nquery Offers($f:Filter){offers(filter:$f,first:0){id}}',
    },
    { operationId: 'b', name: null, requestCount: 3, signature: '# -\n{offers(filter:{}){title}}' },
  ];
  const answer = (report: unknown) => ({ data: { graph: { variant: { topOperationsReport: report } } } });

  it('count operations in the time that was asked for, and all that emptied literals may have held', () => {
    const { operations, counts } = read('apollo', answer(top), { at: day, client: 'ios' });
    expect(counts).toMatchObject([
      { name: 'Offers', on: '2026-11-20', client: 'ios', count: 120 },
      { name: '', on: '2026-11-20', client: 'ios', count: 3 },
    ]);
    expect(operations[1]?.coordinates).toEqual(['Filter.*', 'Offer.title', 'Query.offers(filter:)', 'State.*']);
  });

  it('count coordinates, with every argument of a field', () => {
    const record = (values: Record<string, string>, count: unknown) => ({
      startTimestamp: '2026-11-20T00:00:00Z',
      endExclusiveTimestamp: '2026-11-21T00:00:00Z',
      dimensions: Object.entries(values).map(([type, value]) => ({ type, value })),
      metrics: [{ type: 'REQUEST_COUNT', value: count }],
    });
    const { operations, counts } = read('apollo', {
      data: {
        graph: {
          schemaCoordinateInsightsTimeseriesReport: {
            records: [
              record({ NAMED_TYPE: 'Customer', NAMED_ATTRIBUTE: 'name', CLIENT_NAME: 'ios', CLIENT_VERSION: '4' }, 12),
              record({ NAMED_TYPE: 'State', NAMED_ATTRIBUTE: 'OPEN' }, '7'),
            ],
          },
        },
      },
    });
    expect(operations.map(({ coordinates }) => coordinates)).toEqual([['Customer.name(short:)'], ['State.OPEN']]);
    expect(counts).toMatchObject([
      { on: '2026-11-20', client: 'ios', version: '4', count: 12 },
      { on: '2026-11-20', client: 'unknown', version: 'unknown', count: 7 },
    ]);
  });

  it.each([
    [
      'they do not say of when they are',
      answer(top),
      undefined,
      /does not say of when it is\. Give its last day: --day/,
    ],
    [
      'signatures were not asked for',
      answer([{ name: 'A', requestCount: 1 }]),
      day,
      /\[0\]\.signature: ask for the signature/,
    ],
    [
      'only CSV was asked for',
      { schemaCoordinateInsightsTimeseriesReport: { csv: 'a,b' } },
      day,
      /ask for the records/,
    ],
    [
      'they are not of coordinates',
      {
        schemaCoordinateInsightsTimeseriesReport: {
          records: [{ startTimestamp: '2026-11-20T00:00:00Z', dimensions: [], metrics: [] }],
        },
      },
      day,
      /records\[0\] lacks a dimension NAMED_TYPE/,
    ],
    ['they are errors', { errors: [{ message: 'no' }] }, day, /is no export of apollo that is read here/],
  ])('are refused when %s', (...[, json, at, message]) => {
    expect(() => read('apollo', json, { at })).toThrow(message);
  });
});

it.each(['', '{', 'a,b\n1,2', '[]', 'null', '{}', '7'])('refuses %j, and says what is read', (text) => {
  expect(() => read('apollo', text)).toThrow(/export\.json is (?:not JSON|no export of apollo that is read here)/);
});
