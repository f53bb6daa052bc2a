import { expect, it } from 'vitest';
import { makeRepository, shop } from './support.ts';

const changed = {
  'products.graphql': shop['products.graphql']!.replace('  price: Int\n', '').replace('name: String!', 'name: String'),
};

it('lists what is different for clients, and between subgraphs', () => {
  const { run, write } = makeRepository();
  expect(run('diff', '--base', 'main')).toMatchObject({ code: 0, stdout: 'Nothing is different from main.\n' });
  write(changed);
  expect(run('diff', '--base', 'main')).toMatchObject({
    code: 0,
    stdout: `For clients:
  breaking   Product.price  Field 'price' was removed from object type 'Product'  FIELD_REMOVED
  breaking   Product.name  Field 'Product.name' changed type from 'String!' to 'String'  FIELD_TYPE_CHANGED
`,
  });
});

it('lists the same as JSON', () => {
  const { run, write } = makeRepository({
    ...shop,
    'products.graphql': shop['products.graphql']!.replace(
      '@key(fields: "id")',
      '@key(fields: "id") @key(fields: "name")',
    ),
  });
  write({ 'products.graphql': shop['products.graphql']! });
  const { code, stdout } = run('diff', '--base', 'main', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    json_version: '1',
    data: {
      success: true,
      api: [],
      federation: [
        {
          kind: 'KEY_REMOVED',
          level: 'safe',
          message: `Key "name" of 'Product' was removed in subgraph 'products'. No other subgraph has it`,
          coordinate: 'Product',
          subgraph: 'products',
        },
      ],
    },
    error: null,
  });
});

it('exits with 1 for what does not compose, and tells of a base that is no supergraph', () => {
  const { run, write } = makeRepository();
  write({ 'reviews.graphql': 'type Product { id: Missing }\n' });
  const refused = run('diff', '--base', 'main', '--format', 'json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ data: { success: false } });
  write({ 'reviews.graphql': shop['reviews.graphql']!, 'registry.yaml': 'supergraph: products.graphql\n' });
  const composed = run('diff', '--base', 'main');
  expect(composed).toMatchObject({ code: 0, stdout: 'Nothing is different from main.\n' });
  expect(composed.stderr).toContain('base: products.graphql in main is no supergraph:');
  expect(composed.stderr).not.toContain('    at ');
});
