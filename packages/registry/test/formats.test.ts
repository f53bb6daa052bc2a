import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { composerVersion } from '../src/project/federation-version.ts';
import { runHere } from './in-process.ts';
import { makeRepository, shop } from './support.ts';

const contracts =
  'contracts:\n  open: { exclude: [internal] }\n  closed: { exclude: [internal], unreachable: [Review] }\n';

const make = () => {
  const repository = makeRepository({ ...shop, 'registry.yaml': contracts });
  const composed = join(repository.folder, 'supergraph.graphql');
  return { ...repository, composed, here: runHere(repository.folder) };
};

const misspelt = { 'reviews.graphql': shop['reviews.graphql']!.replace('stars: Int', 'stars: Stars') };
const unparsed = { 'reviews.graphql': 'type Product {\n  id:\n}\n' };

it('composes as JSON, shaped as that of Rover', async () => {
  const { composed, here, write } = make();
  rmSync(composed);
  const { code, stdout, stderr } = await here('compose', '--format', 'json');
  expect(code).toBe(0);
  expect(stderr).toBe(`${composed} written.\n`);
  expect(JSON.parse(stdout)).toStrictEqual({
    json_version: '1',
    data: {
      core_schema: readFileSync(composed, 'utf8'),
      federation_version: `=${composerVersion}`,
      hints: [],
      success: true,
      findings: [],
    },
    error: null,
  });
  write(unparsed);
  const refused = await here('compose', '--format', 'json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    data: { success: false, hints: [] },
    error: {
      code: 'E029',
      message: 'Encountered 1 build error while trying to build a supergraph.',
      details: {
        build_errors: [
          {
            code: 'INVALID_GRAPHQL',
            type: 'composition',
            nodes: [{ subgraph: 'reviews', start: { line: 3, column: 1 } }],
          },
        ],
      },
    },
  });
  expect(JSON.parse(refused.stdout).data).not.toHaveProperty('core_schema');
});

it('gives hints as Rover does', async () => {
  const { here, write } = make();
  write({
    'products.graphql': shop['products.graphql']!.replace(
      'price: Int',
      'price: Int\n  shelf: Shelf\n}\nenum Shelf {\n  TOP',
    ),
  });
  write({
    'reviews.graphql': shop['reviews.graphql']!.replace(
      'stars: Int',
      'stars: Int\n  shelf: Shelf\n}\nenum Shelf {\n  LOW',
    ),
  });
  const { code, stdout } = await here('compose', '--format', 'json');
  expect(code).toBe(0);
  const { hints } = JSON.parse(stdout).data;
  expect(hints.length).toBeGreaterThan(0);
  expect(hints[0]).toStrictEqual({
    message: expect.stringContaining('Shelf'),
    code: 'INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM',
    nodes: [],
    omittedNodesCount: 0,
  });
});

it('tells of a stale supergraph as each format', async () => {
  const { here, write } = make();
  write({ 'products.graphql': shop['products.graphql']!.replace('  price: Int\n', '') });
  const check = (format: string) => here('compose', '--check', '--format', format);
  const annotation = '::error file=supergraph.graphql,line=1,col=1,title=SUPERGRAPH_STALE::';
  expect(await check('text')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is stale') });
  expect(await check('json')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('"success":false'),
    stderr: '',
  });
  expect(await check('github')).toMatchObject({ code: 1, stdout: expect.stringContaining(annotation), stderr: '' });
});

it('writes a contract as each format', async () => {
  const { folder, here } = make();
  const text = await here('contract', 'open');
  const { stdout } = await here('contract', 'open', '--format', 'json');
  expect(JSON.parse(stdout)).toStrictEqual({
    json_version: '1',
    data: {
      core_schema: text.stdout,
      federation_version: `=${composerVersion}`,
      hints: [],
      success: true,
      findings: [],
    },
    error: null,
  });
  const api = JSON.parse((await here('contract', 'open', '--api', '--format', 'json')).stdout).data.sdl.contents;
  expect(buildSchema(api).getType('Review')).toBeDefined();
  const out = join(folder, 'open.graphql');
  const quiet = await here('contract', 'open', '--format', 'github', '--out', out);
  expect(quiet).toStrictEqual({ code: 0, stdout: '', stderr: `${out} written.\n` });
  expect(readFileSync(out, 'utf8')).toBe(text.stdout);
});

it('tells of a contract that breaks a promise, or of a schema that does not compose, as each format', async () => {
  const { folder, here, write } = make();
  const out = join(folder, 'closed.graphql');
  const annotated = await here('contract', 'closed', '--format', 'github', '--out', out);
  expect(annotated).toMatchObject({ code: 1, stderr: '' });
  expect(annotated.stdout).toMatch(/^::error file=reviews\.graphql,line=6,col=6,title=CONTRACT_PROMISE_BROKEN::/);
  expect(existsSync(out)).toBe(false);
  const { data, error } = JSON.parse((await here('contract', 'closed', '--format', 'json')).stdout);
  expect(data).toMatchObject({ success: false, findings: [{ rule: 'CONTRACT_PROMISE_BROKEN' }] });
  expect(error).toMatchObject({ code: 'E029' });
  write(misspelt);
  const { code, stdout } = await here('contract', 'open', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ data: { success: false, findings: [{ check: 'compose' }] } });
});

it('tells of bad input as JSON to those who read that', async () => {
  const { here } = make();
  for (const command of ['compose', 'check', 'lint', 'diff', 'contract open']) {
    const args = [...command.split(' '), '--config', 'nowhere.yaml', '--format=json'];
    const { code, stdout, stderr } = await here(...args);
    expect(code).toBe(3);
    expect(stderr).toContain('nowhere.yaml does not exist');
    expect(JSON.parse(stdout)).toStrictEqual({
      json_version: '1',
      data: { success: false },
      error: { message: stderr.trim(), code: null },
    });
  }
});

it('says in --help of each command which formats it has', async () => {
  const { here } = make();
  for (const command of ['compose', 'check', 'lint', 'contract']) {
    const { stdout } = await here(command, '--help');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /--format <format> how to report.*\(choices: "text", "json", "github", "sarif", default: "text"\)/,
    );
  }
});

it('says where it cannot write', async () => {
  const { here } = make();
  const { code, stderr } = await here('compose', '--out', 'nowhere/supergraph.graphql');
  expect(code).toBe(3);
  expect(stderr).toMatch(/^--out: nowhere\/supergraph\.graphql cannot be written: ENOENT.*\.\n$/);
});
