import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { expect, it, onTestFinished } from 'vitest';
import { sarif } from '../src/report/sarif.ts';
import { runHere } from './in-process.ts';
import { makeRepository, shop, type Ended, type Files } from './support.ts';

const SCHEMA = join(import.meta.dirname, 'fixtures/sarif-2.1.0.schema.json');

// Draft 4, which differs from what Ajv reads, as far as this schema goes, by these two keywords only.
const keywords = Object.entries<any>(JSON.parse(readFileSync(SCHEMA, 'utf8')));
const schema = Object.fromEntries(keywords.filter(([name]) => name !== '$schema' && name !== 'id'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile<Log>(schema);

/** The results of an output, which is valid SARIF and what GitHub's code scanning accepts. */
const resultsOf = (output: string): readonly Result[] => {
  const log: unknown = JSON.parse(output);
  expect(validate(log) ? [] : validate.errors).toStrictEqual([]);
  const [run] = (log as Log).runs;
  const { results = [], tool } = run!;
  for (const { ruleId, ruleIndex, level, locations = [], partialFingerprints } of results) {
    expect(tool.driver.rules?.[ruleIndex!]).toMatchObject({
      id: ruleId,
      shortDescription: { text: expect.stringMatching(/./) },
      help: { text: expect.stringMatching(/./) },
    });
    expect(level).toMatch(/^(error|warning|note)$/);
    expect(locations).toHaveLength(1);
    const { artifactLocation, region } = locations[0]!.physicalLocation!;
    expect(artifactLocation?.uri).toMatch(/^(?!\.\.?(\/|$))[^/\\: #]/);
    expect(region).toMatchObject({ startLine: expect.any(Number), startColumn: expect.any(Number) });
    expect(Object.values(partialFingerprints ?? {})).toHaveLength(1);
  }
  const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
  expect(new Set(prints).size).toBe(prints.length);
  return results;
};

const placesOf = (results: readonly Result[]): readonly string[] =>
  results.map(({ ruleId, level, locations }) => {
    const { artifactLocation, region } = locations![0]!.physicalLocation!;
    return `${level} ${ruleId} ${artifactLocation!.uri}:${region!.startLine}:${region!.startColumn}`;
  });

const printsOf = (results: readonly Result[]) =>
  new Map(results.map(({ message, partialFingerprints }) => [message.text, partialFingerprints]));

const quiet = 'lint:\n  ALL: off\n';
const withoutPrice = shop['products.graphql']!.replace('  price: Int\n', '');

/** A repository whose supergraph is composed in it, and the command in it. */
const make = (files: Files) => {
  const repository = makeRepository(files);
  return { ...repository, here: runHere(repository.folder) };
};

it('is valid without findings', async () => {
  const { here } = make({ ...shop, 'registry.yaml': `${quiet}budgets: budgets.yaml\n` });
  await here('budgets', '--write');
  const { code, stdout } = await here('check', '--base', 'main', '--format', 'sarif');
  expect(resultsOf(stdout)).toStrictEqual([]);
  expect(code).toBe(0);
});

it('is valid with errors and warnings, which keep their fingerprints when they move', async () => {
  const { here, write } = make(shop);
  write({ 'products.graphql': withoutPrice });
  const { code, stdout } = await here('check', '--base', 'main', '--format', 'sarif');
  expect(code).toBe(1);
  const results = resultsOf(stdout);
  expect(placesOf(results)).toContain('error FIELD_REMOVED products.graphql:5:6');
  expect(placesOf(results)).toContain('warning DESCRIPTION_MISSING products.graphql:5:6');
  expect(placesOf(results)).toContain('warning BUDGET_MISSING supergraph.yaml:1:1');
  write({ 'products.graphql': `# moved\n\n${withoutPrice}` });
  const moved = resultsOf((await here('check', '--base', 'main', '--format', 'sarif')).stdout);
  expect(placesOf(moved)).toContain('error FIELD_REMOVED products.graphql:7:6');
  expect(printsOf(moved)).toStrictEqual(printsOf(results));
});

it('is valid for the lint, and for what does not parse, of files with odd names', async () => {
  const { here, write } = make({
    'supergraph.yaml': 'subgraphs: { a: { schema: { file: "ümläut #1/50% a:b.graphql" } } }\n',
    'ümläut #1/50% a:b.graphql': 'type Query { a: Int }\n',
  });
  const uri = '%C3%BCml%C3%A4ut%20%231/50%25%20a%3Ab.graphql';
  const linted = resultsOf((await here('lint', '--format', 'sarif')).stdout);
  expect(placesOf(linted)).toContain(`warning DESCRIPTION_MISSING ${uri}:1:14`);
  write({ 'ümläut #1/50% a:b.graphql': 'type Query {' });
  for (const command of ['lint', 'compose', 'check --base main']) {
    const { code, stdout } = await here(...command.split(' '), '--format', 'sarif');
    expect(placesOf(resultsOf(stdout))).toStrictEqual([`error INVALID_GRAPHQL ${uri}:1:13`]);
    expect(code).toBe(1);
  }
});

it('shows what has no file at the list of subgraphs', async () => {
  const sdl = (text: string) => `subgraphs: { a: { schema: { sdl: ${JSON.stringify(text)} } } }\n`;
  const { here, write } = make({ 'supergraph.yaml': sdl('type Query { a: Int b: Int }') });
  write({ 'supergraph.yaml': sdl('type Query { a: Int }') });
  const { stdout } = await here('check', '--base', 'main', '--format', 'sarif');
  expect(placesOf(resultsOf(stdout))).toContain('error FIELD_REMOVED supergraph.yaml:1:1');
  write({ 'supergraph.yaml': sdl('type Query { a: Missing }') });
  const composed = await here('compose', '--format', 'sarif');
  expect(placesOf(resultsOf(composed.stdout))).toStrictEqual(['error INVALID_GRAPHQL supergraph.yaml:1:1']);
});

it('says of a stale supergraph, and of a contract that breaks a promise', async () => {
  const contracts = 'contracts:\n  open:\n    exclude: [internal]\n    unreachable: [Review]\n';
  const { here, write } = make({ ...shop, 'registry.yaml': contracts });
  write({ 'products.graphql': withoutPrice });
  const stale = await here('compose', '--check', '--format', 'sarif');
  expect(placesOf(resultsOf(stale.stdout))).toStrictEqual(['error SUPERGRAPH_STALE supergraph.graphql:1:1']);
  const broken = await here('contract', 'open', '--format', 'sarif');
  expect(placesOf(resultsOf(broken.stdout))).toStrictEqual(['error CONTRACT_PROMISE_BROKEN reviews.graphql:6:6']);
  expect([stale.code, broken.code]).toStrictEqual([1, 1]);
});

/** A graph in a folder of a larger repository, with a schema beside that folder and one outside the repository. */
const makeNested = () => {
  const around = mkdtempSync(join(tmpdir(), 'registry-'));
  onTestFinished(() => rmSync(around, { recursive: true, force: true }));
  const folder = join(around, 'repository');
  for (const path of ['graph', 'shared']) mkdirSync(join(folder, path), { recursive: true });
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const subgraph = (file: string) => `{ schema: { file: ${file} } }`;
  const list = ['a: ./a.graphql', 'b: ../../b.graphql', 'c: ../shared/c.graphql'];
  const lines = list.map((each) => each.replace(/\S+$/, subgraph));
  writeFileSync(join(folder, 'graph/supergraph.yaml'), `subgraphs:\n  ${lines.join('\n  ')}\n`);
  writeFileSync(join(folder, 'graph/a.graphql'), 'type Query { a: Int }\n');
  writeFileSync(join(around, 'b.graphql'), 'type Query { b: Int }\n');
  writeFileSync(join(folder, 'shared/c.graphql'), 'type Query { c: Int }\n');
  return { folder, here: runHere(folder) };
};

const lint = (here: (...args: string[]) => Promise<Ended>, format: string, config = 'graph/supergraph.yaml') =>
  here('lint', '--config', config, '--format', format);

it('names files from the root of the repository, and for people from where they are', async () => {
  const { folder, here } = makeNested();
  const { stdout } = await lint(here, 'sarif');
  const places = placesOf(resultsOf(stdout));
  expect(places).toContain('warning DESCRIPTION_MISSING graph/a.graphql:1:14');
  expect(places).toContain('warning DESCRIPTION_MISSING shared/c.graphql:1:14');
  expect(places).toContain('warning DESCRIPTION_MISSING graph/supergraph.yaml:1:1');
  expect(stdout).toContain('(../b.graphql:1:14)');
  expect((await lint(here, 'github')).stdout).toContain('::warning file=graph/a.graphql,line=1,col=14,');
  expect((await lint(here, 'text')).stdout).toContain(' graph/a.graphql:1:14 ');
  process.chdir(join(folder, 'graph'));
  expect((await lint(here, 'sarif', 'supergraph.yaml')).stdout).toBe(stdout);
});

it('names files from the workspace where git does not know the root', async () => {
  const { folder, here } = makeNested();
  rmSync(join(folder, '.git'), { recursive: true });
  const before = process.env['GITHUB_WORKSPACE'];
  onTestFinished(() => void (process.env['GITHUB_WORKSPACE'] = before ?? ''));
  process.env['GITHUB_WORKSPACE'] = folder;
  expect(placesOf(resultsOf((await lint(here, 'sarif')).stdout))).toContain(
    'warning DESCRIPTION_MISSING shared/c.graphql:1:14',
  );
  mkdirSync(join(folder, 'elsewhere'));
  process.env['GITHUB_WORKSPACE'] = join(folder, 'elsewhere');
  expect(placesOf(resultsOf((await lint(here, 'sarif')).stdout))).toContain(
    'warning DESCRIPTION_MISSING a.graphql:1:14',
  );
});

it('leaves out what GitHub would refuse the whole file for, errors last, and says so', () => {
  const finding = { check: 'lint', rule: 'TOTAL_COUNT', message: 'Too many.' } as const;
  const findings = [
    ...Array.from({ length: 25_001 }, () => ({ ...finding, severity: 'warning' as const })),
    { ...finding, severity: 'error' as const },
  ];
  const output = sarif({ findings, ran: ['lint'], passed: false, config: 'supergraph.yaml' });
  const log: unknown = JSON.parse(output);
  expect(validate(log)).toBe(true);
  const [run] = (log as Log).runs;
  expect(run?.results).toHaveLength(25_000);
  expect(run?.results?.[0]?.level).toBe('error');
  expect(output).toContain('2 more findings are left out');
});
