import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { diffApi } from '../src/changes/diff.ts';
import { judge } from '../src/changes/judge.ts';
import { recordOf, withoutTexts, type Sent } from './record.ts';

const schema = `type Query { a(in: In, es: [E], ns: [Int], out: Out): Int b: Int }
input In { x: Int e: E } input Out { in: In n: Int } enum E { X Y }
directive @live(x: Int) on FIELD | QUERY
directive @also(x: Int) repeatable on FIELD`;

const withoutY = ['X Y', 'X'] as const;
const withoutX = ['In { x: Int', 'In {'] as const;
const noNulls = ['ns: [Int]', 'ns: [Int!]'] as const;

/** What is said of a change to whoever sent this, by what a gateway records of it. */
const judged = async (change: readonly [string, string], sent: Sent, hasText = true) => {
  const [before, after] = [buildSchema(schema), buildSchema(schema.replace(...change))];
  const recording = (await recordOf(before, sent))!;
  const changes = await diffApi(before, after);
  const all = judge({ before, after, changes }, hasText ? recording : withoutTexts(recording));
  return all.map(({ change: { kind }, severity }) => `${severity} ${kind}`);
};

const sent = (query: string, variables: Sent['variables'] = {}): Sent => ({ query, variables });

describe('a recording has neither literals nor what stood in them', () => {
  const inObject = 'query Q($e: E) { a(in: { e: $e, x: 1 }) }';
  const inList = 'query Q($e: E) { a(es: [$e]) }';
  const deep = 'query Q($in: In) { a(out: { in: $in, n: 1 }) }';

  it.each([
    ['a variable in an object held the value', withoutY, sent(inObject, { e: 'Y' }), 'error'],
    ['… another one', withoutY, sent(inObject, { e: 'X' }), 'note'],
    ['a variable in a list held the value', withoutY, sent(inList, { e: 'Y' }), 'error'],
    ['… another one', withoutY, sent(inList, { e: 'X' }), 'note'],
    ['a variable in an object held the field', withoutX, sent(deep, { in: { x: 1 } }), 'error'],
    ['… another one', withoutX, sent(deep, { in: { e: 'X' } }), 'note'],
    ['an object held the field', withoutX, sent('{ a(in: { x: 1 }) }'), 'error'],
    ['… another one', withoutX, sent('{ a(in: { e: X }) }'), 'note'],
    ['a list may have held null', noNulls, sent('{ a(ns: [1, null]) }'), 'error'],
    ['… or a variable that was null', noNulls, sent('query Q($n: Int) { a(ns: [$n]) }', { n: null }), 'error'],
    ['a list in a variable cannot', noNulls, sent('query Q($ns: [Int!]) { a(ns: $ns) }', { ns: [1] }), 'note'],
    [
      'a value is the default of a variable',
      withoutY,
      sent('query Q($e: E = Y) { a(in: { e: $e }) }', { e: 'X' }),
      'error',
    ],
  ] as const)('%s', async (...[, change, operation, expected]) => {
    expect((await judged(change, operation)).map((text) => text.split(' ')[0])).toEqual([expected]);
  });
});

describe('a directive that is repeated', () => {
  const once = ['repeatable on', 'on'] as const;

  it.each([
    ['with the same arguments but for their literals', '{ b @also(x: 1) @also(x: 2) }', 'error'],
    ['on another field', 'query Q { a @also b @also }', 'note'],
  ] as const)('%s', async (...[, query, severity]) => {
    expect(await judged(once, sent(query))).toEqual([`${severity} DIRECTIVE_REPEATABLE_REMOVED`]);
  });
});

describe('without a text', () => {
  it.each([
    [
      'a directive may have been anywhere',
      ['FIELD | QUERY', 'FIELD'],
      'query Q @live { a }',
      'DIRECTIVE_LOCATION_REMOVED',
    ],
    ['an argument of it was given', ['(x: Int) on', ' on'], '{ a @live(x: 1) }', 'DIRECTIVE_ARGUMENT_REMOVED'],
    [
      'an argument of it may have been left out',
      ['(x: Int) on', '(x: Int!) on'],
      '{ a @live }',
      'DIRECTIVE_ARGUMENT_TYPE_CHANGED',
    ],
  ] as const)('%s', async (...[, change, query, kind]) => {
    expect(await judged(change, sent(query), false)).toContain(`error ${kind}`);
    expect(await judged(change, sent('{ b }'), false)).toContain(`note ${kind}`);
  });
});
