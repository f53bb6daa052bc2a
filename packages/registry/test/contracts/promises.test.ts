import { expect, it } from 'vitest';
import { brokenPromises } from '../../src/contracts/promises.ts';
import { contractOf } from './support.ts';

const sdl = `type Query { offers: [Offer] me: Customer @tag(name: "own") }
  type Offer { audience: [Segment!] code: String }
  type Segment { member: Customer @tag(name: "own") }
  type Customer { id: ID email: String @tag(name: "pii") }`;

const pathsOf = (schema: string, promise: string, exclude: string[] = ['none']) =>
  brokenPromises(contractOf(schema, { exclude }), [promise]).map(({ path }) => path);

it('keeps a promise where no path is left', () => {
  expect(pathsOf(sdl, 'Customer', ['own'])).toStrictEqual([]);
  expect(pathsOf(sdl, '@pii', ['own'])).toStrictEqual([]);
});

it('breaks it by the shortest of the paths', () => {
  expect(pathsOf(sdl, 'Customer')).toStrictEqual(['Query.me → Customer']);
  expect(pathsOf(sdl, '@pii')).toStrictEqual(['Query.me → Customer.email']);
});

it('breaks it by a longer path when the short one is gone', () => {
  const longer = sdl.replace('member: Customer @tag(name: "own")', 'member: Customer');
  expect(pathsOf(longer, 'Customer', ['own'])).toStrictEqual([
    'Query.offers → Offer.audience → Segment.member → Customer',
  ]);
});

it('keeps it where all that has the tag is left out', () => {
  expect(pathsOf(sdl, '@pii', ['pii'])).toStrictEqual([]);
});

it('follows interfaces and unions to what they can be', () => {
  const abstract = `type Query { node: Node any: Any } interface Node { id: ID } union Any = Person
    type Customer implements Node { id: ID email: String @tag(name: "pii") } type Person { name: String @tag(name: "pii") }`;
  expect(pathsOf(abstract, '@pii').sort()).toStrictEqual([
    'Query.any → Any → Person.name',
    'Query.node → Node → Customer.email',
  ]);
});

it('does not follow an interface that an object only implements', () => {
  const relay = `type Query { offer: Offer me: Customer @tag(name: "own") } interface Node { id: ID }
    type Offer implements Node { id: ID } type Customer implements Node { id: ID }`;
  expect(pathsOf(relay, 'Customer', ['own'])).toStrictEqual([]);
  expect(pathsOf(relay, 'Node', ['own'])).toStrictEqual(['Query.offer → Offer → Node']);
});

it('follows arguments into inputs, and looks at values of enums', () => {
  const inputs = `type Query { find(by: Filter): Kind } enum Kind { A SECRET @tag(name: "pii") }
    input Filter { and: Filter email: String @tag(name: "pii") }`;
  expect(pathsOf(inputs, '@pii').sort()).toStrictEqual(['Query.find → Kind.SECRET', 'Query.find(by:) → Filter.email']);
  const argument = 'type Query { find(email: String @tag(name: "pii")): Int }';
  expect(pathsOf(argument, '@pii')).toStrictEqual(['Query.find(email:)']);
});

it('begins at mutations as well, and ends in circles', () => {
  const circle = 'type Query { ok: Int } type Mutation { act: A } type A { b: B } type B { a: A c: C } type C { c: C }';
  expect(pathsOf(circle, 'C')).toStrictEqual(['Mutation.act → A.b → B.c → C']);
});

it('is about what clients see', () => {
  const hidden = 'type Query { ok: Int secret: Customer @inaccessible } type Customer { id: ID }';
  expect(pathsOf(hidden, 'Customer')).toStrictEqual([]);
});
