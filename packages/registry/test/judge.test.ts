import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { diffApi } from '../src/changes/diff.ts';
import { judge } from '../src/changes/judge.ts';
import { judgeChanges } from '../src/check/changes.ts';
import { compose } from '../src/composition/compose.ts';
import { readSchemas } from '../src/composition/schemas.ts';
import type { RecordedOperation } from '../src/usage/usage.ts';

const operation = (text: string, more: Partial<RecordedOperation> = {}): RecordedOperation => ({
  name: 'Menu',
  document: parse(text),
  coordinates: undefined,
  inputs: undefined,
  count: 1,
  lastSeen: '2026-11-01',
  clients: ['web 1.0.0'],
  ...more,
});

const judgeWith = async (before: string, after: string, operations: readonly RecordedOperation[]) => {
  const [old, now] = [buildSchema(before), buildSchema(after)];
  const changes = await diffApi(old, now);
  const judged = judge({ before: old, after: now, changes }, { since: '2026-09-01', operations });
  return judged.map(({ change, severity, message }) => ({ rule: change.kind, severity, message }));
};

describe('what is said', () => {
  const [before, after] = ['type Query { a: Int b: Int }', 'type Query { b: Int }'];

  it('names how often, when last, who and what', async () => {
    const more = { name: 'Home', count: 41, lastSeen: '2026-11-20', clients: ['ios 4.2.0', 'web 1.0.0'] };
    const [judged] = await judgeWith(before, after, [operation('{ a }'), operation('{ a b }', more)]);
    expect(judged).toEqual({
      rule: 'FIELD_REMOVED',
      severity: 'error',
      message:
        "Field 'a' was removed from object type 'Query'. Hit: 42 requests, the last on 2026-11-20, by ios 4.2.0, web 1.0.0 (Home, Menu).",
    });
  });

  it('names since when nobody asked for it', async () => {
    expect(await judgeWith(before, after, [operation('{ b }')])).toEqual([
      {
        rule: 'FIELD_REMOVED',
        severity: 'note',
        message:
          "Field 'a' was removed from object type 'Query'. Nobody is hit: no request that needs it was recorded since 2026-09-01.",
      },
    ]);
  });

  it('names an operation that breaks though no element of it got worse', async () => {
    const schema = 'type Query { u: U } union U = A | B type A { x: Int } type B { x: Int }';
    const text = '{ u { ... on A { x } ... on B { x } } }';
    const judged = await judgeWith(schema, schema.replace('B { x: Int }', 'B { x: Int! }'), [operation(text)]);
    expect(judged.find(({ severity }) => severity === 'error')).toMatchObject({
      rule: 'RECORDED_OPERATION_INVALID',
      message: expect.stringMatching(/^Operation Menu is no longer valid: Fields "x" conflict .* Hit: 1 request,/),
    });
  });
});

describe('operations as they are recorded', () => {
  const schema = `type Query { a(in: In, e: [E!]): Int b: Int } input In { x: Int y: Int e: E } enum E { X Y }`;
  const withoutX = schema.replace('x: Int ', '');
  const withoutY = schema.replace('X Y', 'X');
  const severityOf = async (after: string, recorded: RecordedOperation) =>
    (await judgeWith(schema, after, [recorded]))[0]?.severity;

  it.each([
    ['an empty literal may hold anything', withoutX, '{ a(in: {}) }', {}, 'error'],
    ['… less what is known', withoutX, '{ a(in: {}) }', { coordinates: ['Query.a', 'In.y'] }, 'note'],
    ['… that it held', withoutX, '{ a(in: {}) }', { coordinates: ['In.x'] }, 'error'],
    ['… or all of it', withoutX, '{ a(in: {}) }', { coordinates: ['In.*'] }, 'error'],
    ['an empty list as well', withoutY, '{ a(e: []) }', {}, 'error'],
    ['… less what is known', withoutY, '{ a(e: []) }', { coordinates: ['E.X'] }, 'note'],
    ['a variable may hold anything', withoutX, 'query Q($in: In) { a(in: $in) }', {}, 'error'],
    ['… less what is known', withoutX, 'query Q($in: In) { a(in: $in) }', { inputs: ['In.y'] }, 'note'],
    ['… that it held', withoutX, 'query Q($in: In) { a(in: $in) }', { inputs: ['In.x'] }, 'error'],
    ['… of an enum in an input', withoutY, 'query Q($in: In) { a(in: $in) }', { inputs: ['In.e', 'E.Y'] }, 'error'],
    ['… of another value', withoutY, 'query Q($in: In) { a(in: $in) }', { inputs: ['In.e', 'E.X'] }, 'note'],
  ] as const)('%s', async (...[, after, text, more, expected]) => {
    expect(await severityOf(after, operation(text, more))).toBe(expected);
  });

  it.each([
    ['a field', schema.replace('b: Int', ''), ['Query.b'], 'error'],
    ['a field that it does not name', schema.replace('b: Int', ''), ['Query', 'Query.a'], 'note'],
    ['a field of an input', withoutX, ['Query.a', 'Query.a(in:)', 'In', 'In.x'], 'error'],
    ['all fields of an input', withoutX, ['In.*'], 'error'],
    ['another field of an input', withoutX, ['In.y'], 'note'],
    ['an input of which it names another field', withoutX, ['Query.a', 'Query.a(in:)', 'In.y'], 'note'],
    ['an input of which it names none', withoutX, ['Query.a', 'Query.a(in:)', 'In'], 'error'],
    ['an enum of which it names another value', withoutY, ['Query.a', 'Query.a(e:)', 'E.X'], 'note'],
    ['an enum of which it names none', withoutY, ['Query.a', 'Query.a(e:)', 'E'], 'error'],
    ['all values of an enum', withoutY, ['E.*'], 'error'],
    ['an argument', schema.replace('in: In, ', ''), ['Query.a', 'Query.a(in:)'], 'error'],
    ['an argument that may be left out', schema.replace('in: In,', 'in: In!,'), ['Query.a'], 'error'],
  ])('without its text an operation is known by coordinates: %s', async (...[, after, coordinates, expected]) => {
    expect(await severityOf(after, operation('{ b }', { document: undefined, coordinates }))).toBe(expected);
  });

  it('reads a fragment that is spread in itself, and one that is not there', async () => {
    const text = '{ ...F ...G } fragment F on Query { b ...F }';
    expect(await severityOf(schema.replace('b: Int', ''), operation(text))).toBe('error');
  });
});

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible"])\n';

/** Two subgraphs in files, of which `b` is asked where `url` says. */
const project = (a: string, b: string, url = 'http://b') => {
  const subgraphs = [
    { name: 'a', routingUrl: 'http://a', file: 'a/schema.graphql', sdl: LINK + a },
    { name: 'b', routingUrl: url, file: 'b.graphql', sdl: LINK + b },
  ];
  const { supergraphSdl } = compose(subgraphs);
  return { subgraphs, contracts: {}, schemas: readSchemas(supergraphSdl!) };
};

describe('where', () => {
  const a =
    'type Query {\n  p: P\n}\ntype P @key(fields: "id") {\n  id: ID!\n  n(x: Int, y: Int): Int! @shareable\n}\n';
  const b =
    'type P @key(fields: "id") {\n  id: ID!\n  n(x: Int, y: Int): Int! @shareable\n  m: Int\n}\nenum E { X }\nextend type Query { e: E }\n';
  const findingsOf = async (changedA: string, changedB: string, url?: string) => {
    const [base, head] = [project(a, b), project(changedA, changedB, url)];
    return judgeChanges({ project: head, base: base.schemas, head: head.schemas, recording: undefined });
  };

  it.each([
    ['a field that is gone: its type', a, b.replace('  m: Int\n', ''), 'FIELD_REMOVED', ['b.graphql', 2, 6]],
    [
      'a field that is hidden: itself',
      a,
      b.replace('m: Int', 'm: Int @inaccessible'),
      'FIELD_REMOVED',
      ['b.graphql', 5, 3],
    ],
    ['a type: in the subgraph that changed it', a, b.replace('Int!', 'Int'), 'FIELD_TYPE_CHANGED', ['b.graphql', 4, 3]],
    [
      'an argument: itself',
      a.replace('y: Int', 'y: Int!'),
      b.replace('y: Int', 'y: Int!'),
      'FIELD_ARGUMENT_TYPE_CHANGED',
      ['a/schema.graphql', 7, 13],
    ],
    [
      'a type that is gone: the file',
      a,
      b.replace('enum E { X }\nextend type Query { e: E }\n', ''),
      'TYPE_REMOVED',
      ['b.graphql', 1, 1],
    ],
  ] as const)('%s', async (...[, changedA, changedB, rule, [file, line, column]]) => {
    const found = (await findingsOf(changedA, changedB)).filter((finding) => finding.rule === rule);
    expect(found.map(({ place }) => place)).toContainEqual({ file, line, column });
  });

  it('says that a field was hidden rather than removed', async () => {
    const [found] = await findingsOf(a, b.replace('m: Int', 'm: Int @inaccessible'));
    expect(found?.message).toContain("Field 'm' was removed from object type 'P': it is @inaccessible now.");
  });

  it('notes another address', async () => {
    expect(await findingsOf(a, b, 'http://elsewhere')).toEqual([
      {
        check: 'changes',
        rule: 'ROUTING_URL_CHANGED',
        severity: 'note',
        message: "Subgraph 'b' is asked at http://elsewhere instead of http://b",
      },
    ]);
  });
});
