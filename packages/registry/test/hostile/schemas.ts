import { shop } from '../support.ts';
import { check, nested, type Case } from './case.ts';

const deepGraphQL = 'This is nested more than 250 levels deep.';
const products = shop['products.graphql']!;
const price = (type: string) => products.replace('price: Int', `price: ${type}`);
const query = (selection: string) => `query($id: ID!) { product(id: $id) ${selection} }`;
const chain = Array.from({ length: 10_000 }, (_, index) => `fragment F${index} on Product { ...F${index + 1} }`);

export const schemas: readonly Case[] = [
  ['lists in lists', 'products.graphql', price(nested('[', 10_000, ['Int', ']'])), check, 1, deepGraphQL],
  ['lists without end', 'products.graphql', price(nested('[', 10_000)), 'lint', 1, deepGraphQL],
  [
    'a deep default',
    'products.graphql',
    price(`Int } input I { a: I = ${nested('{ a: ', 9999, ['null', '}'])}`),
    check,
    1,
    deepGraphQL,
  ],
  [
    'a deep key',
    'products.graphql',
    products.replace('"id"', `"${nested('id {', 10_000, ['id', '}'])}"`),
    check,
    1,
    'something is nested too deeply for it',
  ],
  [
    'an interface of itself',
    'products.graphql',
    `${products} interface A implements A { a: Int }`,
    check,
    1,
    'INVALID_GRAPHQL',
  ],
  [
    'inputs that need each other',
    'products.graphql',
    `${price('Int, a(a: A): Int')} input A { b: B! } input B { a: A! }`,
    check,
    1,
    'Cannot reference Input Object',
  ],
  ['a reserved name', 'products.graphql', `${price('__proto__')} type __proto__ { a: Int }`, check, 1, '__proto__'],
  [
    'a type that a composer falls over',
    'products.graphql',
    `${price('constructor')} type constructor { a: Int }`,
    check,
    1,
    'a fault of the composer, not of the schemas. It is known to do so over types that are called as what JavaScript has in every object: rename constructor.',
  ],
  [
    'an operation that the engine does not run',
    'operations/product.graphql',
    query('{ toString: name }'),
    check,
    0,
    'the engine that runs it to measure it does not take the key toString.',
  ],
  [
    'selections in selections',
    'operations/product.graphql',
    query(nested('{ reviews', 10_000, ['{ id }', '}'])),
    check,
    1,
    deepGraphQL,
  ],
  [
    'a deep value',
    'operations/product.graphql',
    `{ product(id: ${nested('[', 10_000, ['1', ']'])}) { id } }`,
    check,
    1,
    deepGraphQL,
  ],
  [
    'a field ten thousand times',
    'operations/product.graphql',
    query(`{ ${'name '.repeat(10_000)} }`),
    check,
    1,
    'more fields that answer under one name',
  ],
  [
    'more fields than are measured',
    'operations/product.graphql',
    query(`{ ${Array.from({ length: 6_000 }, (_, index) => `a${index}: name`).join(' ')} }`),
    check,
    0,
    'it has 6001 fields, of which 5000 are the most',
  ],
  [
    'a fragment of itself',
    'operations/product.graphql',
    `${query('{ ...A }')} fragment A on Product { ...A }`,
    check,
    1,
    'within itself',
  ],
  [
    'a long chain of fragments',
    'operations/product.graphql',
    `${query('{ ...F0 }')} ${chain.join(' ')} fragment F10000 on Product { id }`,
    check,
    1,
    'Its fragments are nested too deeply',
  ],
];
