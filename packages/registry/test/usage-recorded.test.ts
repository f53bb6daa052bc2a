import { Recording, type CountLine, type OperationLine } from '@qsr/usage';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createUsage, type Window } from '../src/usage/recorded.ts';

const all: Window = { since: '2026-10-01', minimumCount: 1, minimumPercent: 0, excludeClients: [] };

const operation = (name: string, ...coordinates: string[]): OperationLine => ({
  ...{ operation: `id of ${name}`, name, signature: `query ${name}{a}`, coordinates },
});

const count = (name: string, rest: Partial<CountLine> = {}): CountLine => ({
  ...{ day: '2026-11-20', operation: `id of ${name}`, client: 'ios', version: '1', count: 1, errors: 0 },
  ...{ first: '2026-11-20T10:00:00Z', last: '2026-11-20T10:00:00Z' },
  ...rest,
});

const usageOf = (lines: readonly (OperationLine | CountLine)[], window: Partial<Window> = {}) => {
  const recording = new Recording();
  for (const line of lines) {
    if ('day' in line) recording.count(line);
    else recording.describe(line);
  }
  return createUsage(recording, { ...all, ...window });
};

describe('usage of a coordinate', () => {
  it('is how often, when last, by whom and in which operations it was asked for', () => {
    const usage = usageOf([
      operation('A', 'Query.offers(first:)', 'Offer.id'),
      operation('B', 'Query.offers'),
      operation('', 'Query.offers'),
      count('A', { count: 5 }),
      count('A', { count: 2, version: '2', day: '2026-11-21' }),
      count('B', { client: 'web', day: '2026-11-19' }),
      count('', { client: 'web' }),
    ])!;
    expect(usage.usesOf('Query.offers')).toEqual({
      ...{ count: 9, lastSeen: '2026-11-21' },
      clients: ['ios 1', 'ios 2', 'web 1'],
      operations: ['(anonymous)', 'A', 'B'],
    });
    expect(usage.usesOf('Query.offers(first:)')).toMatchObject({ count: 7, operations: ['A'] });
    expect(usage.usesOf('Offer')).toMatchObject({ count: 7 });
    expect(usage).toMatchObject({ requests: 9, days: 3, since: '2026-11-19', lastDay: '2026-11-21' });
  });

  it.each(['Query.offer', 'Query.offers.first', 'Query.offers(fir:)', 'Query.offersOfDay', 'Quer', 'query.offers', ''])(
    'is that of the whole coordinate, which %j is not',
    (coordinate) => {
      const usage = usageOf([operation('A', 'Query.offers(first:)'), count('A')])!;
      expect(usage.usesOf(coordinate)).toBeUndefined();
    },
  );

  it('counts what variables held for the clients that sent it', () => {
    const usage = usageOf([
      operation('A', 'Query.offers(filter:)', 'Filter', 'Filter.note'),
      count('A', { count: 5, inputs: ['Filter.state', 'State.OPEN'] }),
      count('A', { count: 2, client: 'web', inputs: ['Filter.note'] }),
    ])!;
    expect(usage.usesOf('Filter.state')).toMatchObject({ count: 5, clients: ['ios 1'] });
    expect(usage.usesOf('Filter.note')).toMatchObject({ count: 7 });
    expect(usage.usesOf('Filter')).toMatchObject({ count: 7 });
    expect(usage.usesOf('State.OPEN')).toMatchObject({ count: 5 });
    expect(usage.usesOf('State.GONE')).toBeUndefined();
  });

  it('is that of each member, where any may have been meant', () => {
    const usage = usageOf([
      operation('A', 'State.*'),
      operation('B', 'State.OPEN'),
      count('A', { count: 3 }),
      count('B', { client: 'web' }),
    ])!;
    expect(usage.usesOf('State.GONE')).toMatchObject({ count: 3, clients: ['ios 1'] });
    expect(usage.usesOf('State.OPEN')).toMatchObject({ count: 4, clients: ['ios 1', 'web 1'] });
    expect(usage.usesOf('State')).toMatchObject({ count: 4 });
    expect(usage.usesOf('State.OPEN(x:)')).toBeUndefined();
  });
});

describe('recorded operations', () => {
  it('have their text, what is in it, and what came in variables', () => {
    const usage = usageOf(
      [
        {
          ...operation('A', 'Query.offers(filter:)', 'State.OPEN'),
          signature: 'query A($f:Filter){offers(filter:$f){id}}',
        },
        count('A', { count: 2, inputs: ['Filter.state', 'State.GONE'] }),
        count('A', { client: 'web', inputs: ['Filter.note'] }),
        count('A', { client: 'test', inputs: ['Filter.unused'] }),
      ],
      { excludeClients: ['test'] },
    )!;
    expect(usage.operations).toEqual([
      {
        ...{ name: 'A', count: 3, lastSeen: '2026-11-20', clients: ['ios 1', 'web 1'] },
        document: parse('query A($f: Filter) { offers(filter: $f) { id } }', { noLocation: true }),
        coordinates: ['Query.offers(filter:)', 'Query.offers', 'Query', 'State.OPEN', 'State'],
        inputs: ['Filter.state', 'Filter', 'State.GONE', 'State', 'Filter.note'],
      },
    ]);
  });

  it.each(['', 'query A{', '{'.repeat(100_000)])(
    'are known by what they ask for, when their text is not: %.9s',
    (signature) => {
      const usage = usageOf([
        { ...operation('A', 'Query.a(x:)'), signature },
        count('A', { inputs: ['Filter.state'] }),
      ])!;
      expect(usage.operations).toMatchObject([
        { document: undefined, coordinates: ['Query.a(x:)', 'Query.a', 'Query', 'Filter.state', 'Filter'] },
      ]);
    },
  );
});

describe('what does not count', () => {
  const lines = [
    operation('Often', 'Query.often', 'Query.both'),
    operation('Rare', 'Query.rare', 'Query.both'),
    count('Often', { count: 97, day: '2026-11-20' }),
    count('Rare', { count: 2, day: '2026-11-21' }),
    count('Rare', { count: 1, client: 'test', version: '7', day: '2026-09-30' }),
  ];
  const used = (window: Partial<Window>, more: readonly CountLine[] = []) =>
    [...(usageOf([...lines, ...more], window)?.coordinates ?? [])].map(([name, { count: n }]) => `${name} ${n}`).sort();

  it('is what was before the window', () => {
    const rest = ['Query 99', 'Query.both 99', 'Query.often 97', 'Query.rare 2'];
    expect(used({ since: '2026-10-01' })).toEqual(rest);
    expect(used({ since: '2026-11-20' })).toEqual(rest);
    expect(used({ since: '2026-11-21' })).toEqual(['Query 2', 'Query.both 2', 'Query.rare 2']);
    expect(usageOf(lines, { since: '2026-11-22' })).toBeUndefined();
  });

  it('is what was asked for too rarely, in number or share', () => {
    const often = ['Query 97', 'Query.both 97', 'Query.often 97'];
    expect(used({ minimumCount: 2 })).toHaveLength(4);
    expect(used({ minimumCount: 3 })).toEqual(often);
    expect(used({ minimumPercent: 2 })).toHaveLength(4);
    expect(used({ minimumPercent: 2.1 })).toEqual(often);
  });

  it('is what excluded clients asked for, one version or all', () => {
    const more = [count('Rare', { client: 'test', version: '8', count: 10 }), count('Rare', { client: 'tester' })];
    expect(used({ excludeClients: ['test 8'] }, more)).toContain('Query.rare 3');
    expect(used({ excludeClients: ['test'] }, more)).toContain('Query.rare 3');
    expect(used({ excludeClients: ['ios', 'tester', 'test 7'] }, more)).toContain('Query.rare 10');
    expect(usageOf(lines, { excludeClients: ['ios', 'test'] })).toBeUndefined();
  });

  it('is a count of zero, or of an operation that nobody described', () => {
    expect(usageOf([operation('A', 'Query.a'), count('A', { count: 0 }), count('B')])).toBeUndefined();
  });
});
