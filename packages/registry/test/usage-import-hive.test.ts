import { describe, expect, it } from 'vitest';
import { read } from './exports.ts';

const hive = {
  size: 3,
  map: {
    aaa: {
      operation: 'query Offers($f:Filter){offers(filter:$f,first:0){id}}',
      operationName: 'Offers',
      fields: [
        ...['Query.offers', 'Query.offers.filter', 'Query.offers.filter!', 'Query.offers.first', 'Offer.id'],
        ...['Filter.state', 'Filter.state!', 'State.OPEN', 'Int'],
      ],
    },
    unused: { operation: '{me{id}}', operationName: null, fields: ['Query.me', 'Customer.id'] },
  },
  operations: [
    {
      operationMapKey: 'aaa',
      timestamp: Date.parse('2026-11-21T23:59:59Z'),
      execution: { ok: true, duration: 150_000_000, errorsTotal: 0 },
      metadata: { client: { name: 'ios', version: '4.2.0' } },
    },
    {
      operationMapKey: 'aaa',
      timestamp: Date.parse('2026-11-21T08:00:00Z'),
      execution: { ok: false, duration: 1, errorsTotal: 2 },
      metadata: { client: { name: 'ios', version: '4.2.0' } },
    },
    {
      operationMapKey: 'aaa',
      timestamp: Date.parse('2026-11-22T00:00:00Z'),
      execution: { ok: true, duration: 1, errorsTotal: 0 },
      persistedDocumentHash: 'app~1.0~abc',
    },
  ],
};

describe('a usage report of Hive', () => {
  it('is counted by day and client, with the coordinates that it names', () => {
    const { operations, counts } = read('hive', hive);
    expect(counts).toEqual([
      {
        name: 'Offers',
        on: '2026-11-21',
        client: 'ios',
        version: '4.2.0',
        count: 2,
        errors: 1,
        inputs: ['Filter.state', 'State.OPEN'],
      },
      {
        name: 'Offers',
        on: '2026-11-22',
        client: 'unknown',
        version: 'unknown',
        count: 1,
        errors: 0,
        inputs: ['Filter.state', 'State.OPEN'],
      },
    ]);
    expect(operations[0]).toEqual({
      name: 'Offers',
      signature: 'query Offers($f:Filter){offers(filter:$f first:0){id}}',
      coordinates: [
        ...['Filter.state', 'Int', 'Offer.id', 'Query.offers(filter:)', 'Query.offers(first:)', 'State.OPEN'],
      ],
    });
  });

  it('may be a list of reports, as they were sent', () => {
    const { counts } = read('hive', [
      hive,
      { ...hive, operations: hive.operations.slice(2), subscriptionOperations: [] },
    ]);
    expect(counts.map(({ count }) => count)).toEqual([2, 2]);
  });

  it.each([
    [
      'a request for what is not in the map',
      { ...hive, map: {} },
      /operations\[0\] names "aaa", which is not in its map/,
    ],
    [
      'a field that is none',
      { map: { a: { operation: '{me{id}}', fields: ['Query.me it'] } } },
      /map\.a\.fields\[0\]: it is no coordinate/,
    ],
    [
      'a time that is none',
      { ...hive, operations: [{ operationMapKey: 'aaa', timestamp: 'today' }] },
      /operations\[0\]\.timestamp/,
    ],
    [
      'a time that no calendar has',
      { ...hive, operations: [{ operationMapKey: 'aaa', timestamp: 9e15 }] },
      /operations\[0\]\.timestamp/,
    ],
    [
      'an operation that does not parse',
      { map: { a: { operation: '{me{id}', fields: ['Query.me'] } } },
      /map\.a is not an operation: Syntax Error.*line 1, column 8/,
    ],
    [
      'an operation that never ends',
      { map: { a: { operation: '{me'.repeat(30_000), fields: ['Query.me'] } } },
      /map\.a is not an operation/,
    ],
    [
      'a list of something else',
      [hive, 1],
      /is no export of hive that is read here\. These are: a usage report of Hive; persisted documents/,
    ],
  ])('is refused for %s', (_, json, message) => {
    expect(() => read('hive', json)).toThrow(message);
  });
});
