import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runHere } from './in-process.ts';
import { makeRepository, shop, type Files } from './support.ts';

/** A repository whose first commit has no composed supergraph, and what is said of it. */
const uncomposed = (files: Files = shop) => {
  const { folder, write } = makeRepository(files);
  rmSync(join(folder, 'supergraph.graphql'), { force: true });
  const name = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...name, 'commit', '--all', '--quiet', '--amend', '--message', 'Base'], { cwd: folder });
  return { write, run: runHere(folder) };
};

const products = shop['products.graphql']!;

it('composes a base that has no supergraph, so that what breaks is seen', async () => {
  const { write, run } = uncomposed();
  write({ 'products.graphql': products.replace('  price: Int\n', '') });
  const { code, stdout } = await run('check', '--base', 'main');
  expect(code).toBe(1);
  expect(stdout).toContain('main has no supergraph.graphql; its subgraphs were composed anew to compare with.');
  expect(stdout).toContain("Field 'price' was removed from object type 'Product'");
  expect((await run('diff', '--base', 'main')).stdout).toMatch(/breaking +Product\.price/);
});

it('warns when nothing can be compared', async () => {
  const { write, run } = uncomposed({ ...shop, 'reviews.graphql': 'type Query {' });
  write(shop);
  const { stdout } = await run('check', '--base', 'main');
  expect(stdout).toMatch(/warning +Nothing was compared: main has no supergraph\.graphql.*Syntax Error.*BASE_UNKNOWN/s);
  expect(await run('diff', '--base', 'main')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('Syntax Error'),
  });
});

it.each(['<<<<<<< HEAD', 'type Query { a: Int }'])('composes a base whose supergraph is %j', async (text) => {
  const { folder, write } = makeRepository();
  write({ 'supergraph.graphql': text });
  const name = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...name, 'commit', '--all', '--quiet', '--message', 'Damage'], { cwd: folder });
  const run = runHere(folder);
  write({ 'products.graphql': products.replace('  price: Int\n', '') });
  const { code, stdout } = await run('check', '--base', 'HEAD');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /warning +base: supergraph\.graphql in HEAD is no supergraph: .*were composed anew.*BASE_COMPOSED/s,
  );
  expect(stdout).toContain("Field 'price' was removed from object type 'Product'");
});

it('says why there is no history', async () => {
  const { folder } = makeRepository();
  rmSync(join(folder, '.git'), { recursive: true });
  expect(await runHere(folder)('check', '--base', 'main')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/has no history to compare with: not a git repository/),
  });
});

it('notes that all is new', async () => {
  const { 'supergraph.yaml': yaml = '', ...others } = shop;
  const { write, run } = uncomposed(others);
  write({ 'supergraph.yaml': yaml });
  const { stdout } = await run('check', '--base', 'main');
  expect(stdout).toContain('main has neither supergraph.graphql nor supergraph.yaml: everything is new');
});

it('tells what was done to schemas that compose no more', async () => {
  const shared: Files = {
    ...shop,
    'products.graphql': products.replace('name: String!', 'name: String! @shareable'),
    'reviews.graphql': shop['reviews.graphql']!.replace('  reviews', '  name: String! @shareable\n  reviews'),
  };
  const { folder, write } = makeRepository(shared);
  const run = runHere(folder);
  write({ 'products.graphql': products });
  const { code, stdout } = await run('check', '--base', 'main', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    data: {
      checks: ['compose'],
      findings: [
        { rule: 'INVALID_FIELD_SHARING', severity: 'error' },
        {
          check: 'compose',
          rule: 'SHAREABLE_REMOVED',
          severity: 'note',
          message: expect.stringMatching(
            /^This may be why: 'Product\.name' is no longer @shareable in subgraph 'products'/,
          ),
          place: { file: 'products.graphql', line: 7, column: 3 },
        },
      ],
    },
  });
});
