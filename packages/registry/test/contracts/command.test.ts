import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { makeRepository, shop } from '../support.ts';

const files = {
  ...shop,
  'products.graphql': shop['products.graphql']!.replace('price: Int', 'price: Int @tag(name: "internal")'),
  'registry.yaml':
    'contracts:\n  partner:\n    exclude: [internal]\n    unreachable: [Review]\n  public:\n    exclude: [internal]\n',
};

it('writes the supergraph of a contract, or what its clients see', () => {
  const { folder, run } = makeRepository(files);
  const printed = run('contract', 'public');
  expect(printed).toMatchObject({ code: 0, stderr: '' });
  expect(printed.stdout).toMatch(/price: Int .*@inaccessible/);
  expect(run('contract', 'public', '--api', '--out', join(folder, 'api.graphql')).code).toBe(0);
  const api = buildSchema(readFileSync(join(folder, 'api.graphql'), 'utf8'));
  expect(api.getType('Product')).toMatchObject({ name: 'Product' });
  expect(Object.keys((api.getType('Product') as any).getFields())).toStrictEqual(['id', 'name', 'reviews']);
});

it('writes none that breaks a promise, that there is not, or where it cannot', () => {
  const { folder, run } = makeRepository(files);
  const promise = 'Query.product → Product.reviews → Review';
  expect(run('contract', 'partner')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(promise) });
  expect(run('contract', 'nobody')).toMatchObject({ code: 3, stderr: expect.stringContaining('partner, public') });
  const out = join(folder, 'nowhere', 'contract.graphql');
  expect(run('contract', 'public', '--out', out)).toMatchObject({ code: 3, stderr: expect.stringContaining(out) });
});
