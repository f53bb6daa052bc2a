import { expect, it } from 'vitest';
import { makeRepository, shop } from './support.ts';

const withoutPrice = { 'products.graphql': shop['products.graphql']!.replace('  price: Int\n', '') };

it('passes when nothing has changed', () => {
  const { run } = makeRepository();
  expect(run('check', '--base', 'main')).toMatchObject({ code: 0, stderr: '' });
});

it('fails for a field that is gone, which may be in use', () => {
  const { run, write } = makeRepository();
  write(withoutPrice);
  const { code, stdout } = run('check', '--base', 'main');
  expect(code).toBe(1);
  expect(stdout).toContain("Field 'price' was removed from object type 'Product'");
});

it('fails for a persisted operation that is no longer valid, and says where', () => {
  const { run, write } = makeRepository();
  write({ 'products.graphql': shop['products.graphql']!.replace('  name: String!\n', '') });
  const { code, stdout } = run('check', '--base', 'main', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    json_version: '1',
    data: {
      success: false,
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'OPERATION_INVALID',
          place: { file: 'operations/product.graphql', line: 1, column: 49 },
        }),
      ]),
    },
  });
});

it('fails for SDL that does not parse, at its place', () => {
  const { run, write } = makeRepository();
  write({ 'products.graphql': 'type Query {\n  product: \n}\n' });
  const { code, stdout } = run('check', '--base', 'main', '--format', 'github');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=products\.graphql,line=3,col=1,title=INVALID_GRAPHQL::Syntax Error/);
});

it('names files from where it runs, as CI knows them, wherever the configuration is', () => {
  const inside = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`graph/${path}`, text]));
  const { run, write } = makeRepository({ ...inside, 'README.md': '' });
  write({ 'graph/products.graphql': 'type Query {\n  product: \n}\n' });
  const { code, stdout } = run('check', '--config', 'graph/supergraph.yaml', '--base', 'main', '--format', 'github');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=graph\/products\.graphql,line=3,col=1,/);
});

it.each([
  ['a revision that git does not know', ['check', '--base', 'nowhere'], 'git knows no revision nowhere'],
  ['a configuration that is not there', ['check', '--config', 'other.yaml'], 'other.yaml does not exist'],
  ['a format that there is not', ['check', '--format', 'xml'], "'xml' is invalid"],
])('exits with 3 for %s', (_, args, message) => {
  const { code, stderr } = makeRepository().run(...args);
  expect(stderr).toContain(message);
  expect(code).toBe(3);
});
