import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ArtifactServer } from '../../artifact/test/support/artifact-server.ts';
import { main } from '../src/cli/program.ts';
import { makeRepository, shop, type Ended, type Repository } from './support.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = privateKey.export({ type: 'pkcs8', format: 'pem' });

const changed = (from: string, to: string) => ({ 'products.graphql': shop['products.graphql']!.replace(from, to) });
const withName = changed('name: String!', 'name: String! label: String');
const withoutPrice = changed('  price: Int\n', '');

const OUT = 'dist/supergraph';
/** Runs it in this process, which saves a second each time. */
const runHere = async ({ folder }: Repository, ...args: readonly string[]): Promise<Ended> => {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  const code = await main(['publish', '--config', join(folder, 'supergraph.yaml'), ...args]);
  for (const spy of spies) spy.mockRestore();
  return { code, ...written };
};

const readJson = ({ folder }: Repository, path: string) => JSON.parse(readFileSync(join(folder, OUT, path), 'utf8'));
const readPart = ({ folder }: Repository, { digest }: { digest: string }, extension: string): string => {
  const text = readFileSync(join(folder, OUT, 'sha256', `${digest.slice(7)}.${extension}`), 'utf8');
  expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(digest);
  return text;
};
const readManifest = (repository: Repository, pointer = 'latest.json') =>
  JSON.parse(readPart(repository, readJson(repository, pointer).manifest, 'json'));
/** Names and times of all files. */
const filesOf = ({ folder }: Repository): readonly string[] =>
  readdirSync(join(folder, OUT), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, OUT, name)).mtimeMs}`);

it('publishes what it composes, then only what is new, and says what has changed', async () => {
  const repository = makeRepository();
  const { run, write, folder } = repository;
  const publish = (...args: readonly string[]) => runHere(repository, ...args);

  expect((await publish('--dry-run')).stdout).toMatch(
    /^Version 1 would be published to .*\/dist\/supergraph, not signed/,
  );
  expect(existsSync(join(folder, 'dist'))).toBe(false);

  expect(run('publish')).toMatchObject({ code: 0, stderr: '' });
  const first = readManifest(repository);
  const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' }).stdout.trim();
  expect(first).toMatchObject({
    ...{ version: 1, previous: null, federationVersion: '=2.14.4', revision: { commit: head, dirty: false } },
    subgraphs: [
      { name: 'products', url: 'http://products/graphql' },
      { name: 'reviews', url: 'http://reviews/graphql' },
    ],
  });
  expect(readPart(repository, first.supergraph, 'graphql')).toBe(
    readFileSync(join(folder, 'supergraph.graphql'), 'utf8'),
  );
  expect(readPart(repository, first.api, 'graphql')).toContain('type Product {\n  id: ID!\n  name: String!');

  const before = filesOf(repository);
  // Layout and comments change nothing.
  write({ 'reviews.graphql': `# a comment\n\n${shop['reviews.graphql']!}` });
  expect(await publish()).toMatchObject({
    code: 0,
    stdout: 'Version 1 has this content already. Nothing was written.\n',
  });
  expect(filesOf(repository)).toStrictEqual(before);

  write(withoutPrice);
  expect(await publish()).toMatchObject({ code: 0 });
  const second = readManifest(repository);
  expect(second).toMatchObject({
    version: 2,
    previous: { version: 1, content: first.content },
    revision: { dirty: true },
  });
  expect(readJson(repository, '1.json').manifest).not.toStrictEqual(readJson(repository, '2.json').manifest);
  expect(readPart(repository, second.changelog.text, 'txt')).toMatch(
    /^Version 2 · \S+ · [0-9a-f]{12}\nFollows version 1\.\n\nFor clients: 1 breaking, 0 dangerous, 0 safe\nbreaking {3}Product\.price: .*\n\nSubgraphs changed: products\n$/,
  );
  expect(JSON.parse(readPart(repository, second.changelog.json, 'json'))).toMatchObject({
    ...{ version: 2, previous: 1, subgraphs: { added: [], removed: [], changed: ['products'] } },
    changes: [{ kind: 'FIELD_REMOVED', level: 'breaking', coordinate: 'Product.price' }],
  });
});

it('signs, so that whoever has the public key can tell with any tool', async () => {
  const repository = makeRepository();
  writeFileSync(join(repository.folder, 'key.pem'), key);
  expect((await runHere(repository, '--key', join(repository.folder, 'key.pem'))).stdout).toMatch(
    /signed with [0-9a-f]{16}\.$/m,
  );
  const { manifest, signatures } = readJson(repository, 'latest.json');
  const verified = (by: KeyObject) =>
    verify(
      null,
      Buffer.from(readPart(repository, manifest, 'json')),
      by,
      Buffer.from(signatures[0].signature, 'base64'),
    );
  expect(verified(publicKey)).toBe(true);
  expect(verified(generateKeyPairSync('ed25519').publicKey)).toBe(false);
});

it('refuses a schema that does not compose, and writes nothing', async () => {
  const repository = makeRepository();
  repository.write(changed('name: String!', 'name: Strange'));
  const { code, stderr } = await runHere(repository);
  expect(stderr).toContain('Unknown type Strange');
  expect(code).toBe(1);
  expect(existsSync(join(repository.folder, 'dist'))).toBe(false);
});

it('goes on from where artifacts are kept, when the folder is empty as in CI', async () => {
  const kept = makeRepository();
  await runHere(kept);
  await using server = await new ArtifactServer(join(kept.folder, OUT)).start();
  const fresh = makeRepository(shop);
  const publish = (...args: readonly string[]) => runHere(fresh, '--previous', server.url, ...args);
  expect((await publish()).stdout).toContain('Version 1 has this content already.');
  fresh.write(withName);
  expect(await publish()).toMatchObject({ code: 0 });
  expect(readManifest(fresh)).toMatchObject({ version: 2, previous: { version: 1 } });
  expect(readPart(fresh, readManifest(fresh).changelog.text, 'txt')).toContain('Product.label');

  server.fault = (_, response) => Boolean(response.writeHead(404).end());
  expect(await publish()).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^publish: .*latest\.json answered 404\.\n$/),
  });
});

it('exits with 3 for bad input, and says what it is', async () => {
  const repository = makeRepository();
  const complaint = async (...args: readonly string[]) => {
    const { code, stderr } = await runHere(repository, ...args);
    return `${code} ${stderr}`;
  };
  const composed = join(repository.folder, 'supergraph.graphql');
  expect(await complaint('--key', 'nowhere.pem')).toMatch(
    /^3 the signing key is neither PEM, .*\. See packages\/artifact\/README\.md\.\n$/,
  );
  expect(await complaint('--previous', 'http://a:b@c/')).toMatch(
    /^3 --previous: the URL at c holds a user or a password/,
  );
  expect(await complaint('--previous', composed)).toBe(`3 --previous: ${composed} is no artifact.\n`);
  expect(await complaint('--out', 'supergraph.yaml')).toMatch(/^3 publish: .*ENOTDIR/);
});

it('publishes the supergraph of each contract, and nothing when one of them breaks its promise', async () => {
  const tagged = changed('price: Int', 'price: Int @tag(name: "internal")');
  const settings = (unreachable: string) =>
    `contracts:\n  partner:\n    exclude: [internal]\n    unreachable: [${unreachable}]\n`;
  const repository = makeRepository({ ...shop, ...tagged, 'registry.yaml': settings('"@internal"') });
  expect(await runHere(repository)).toMatchObject({ code: 0 });
  const { contracts, api, changelog } = readManifest(repository);
  expect(Object.keys(contracts)).toStrictEqual(['partner']);
  expect(readPart(repository, contracts.partner, 'graphql')).toMatch(/price: Int .*@inaccessible/);
  expect(readPart(repository, api, 'graphql')).toContain('price: Int');
  expect(readPart(repository, changelog.text, 'txt')).toContain('Contracts added: partner');

  repository.write({ 'registry.yaml': settings('Review') });
  const { code, stderr } = await runHere(repository);
  expect(stderr).toContain('Review');
  expect(code).toBe(1);
  expect(readManifest(repository).version).toBe(1);
});
