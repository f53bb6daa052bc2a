import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  digestOf,
  openLocation,
  partOf,
  readRelease,
  Refused,
  requireSuccessor,
  type ReadOptions,
} from '../src/index.ts';
import { pathOf, writePointer } from '../src/pointer.ts';
import { ArtifactServer } from './support/artifact-server.ts';
import { makeKeys, TestStore } from './support/publisher.ts';

const ours = makeKeys();
const theirs = makeKeys();
const SDL = 'type Query { me: String }';

let files: TestStore;
let server: ArtifactServer;

beforeEach(async () => {
  files = new TestStore();
  server = await new ArtifactServer(files.folder).start();
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  files[Symbol.dispose]();
});

const limits = { maxBytes: 100_000, timeoutMs: 5_000 };
const trusting: ReadOptions = { keys: new Map() };
const strict: ReadOptions = { keys: ours.verifying };
const atPath = (path = '') => openLocation(join(files.folder, path), limits);
const atUrl = (path = '') => openLocation(`${server.url}${path}`, limits);
const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.code : error),
  );
/** Rewrites a file of the store, found by how its name ends. */
const tamper = (ending: string, change: (text: string) => string): void => {
  for (const name of readdirSync(files.folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(files.folder, name);
    if (name.endsWith(ending)) writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
};

describe.each([
  ['a path', atPath],
  ['a URL', atUrl],
])('an artifact at %s', (_, at) => {
  it('is read when it is signed with a known key', async () => {
    const { manifest } = await files.publish(SDL, { key: ours.signing });
    expect(await readRelease(at(), strict)).toMatchObject({ sdl: SDL, digest: manifest.supergraph.digest, manifest });
    expect(await readRelease(at('1.json'), strict)).toMatchObject({ sdl: SDL });
  });

  it('is not read again while it is the same', async () => {
    await files.publish(SDL);
    const first = await readRelease(at(), trusting);
    expect(await readRelease(at(), { ...trusting, validator: first?.validator })).toBeUndefined();
    await files.publish('type Query { other: Int }');
    const next = await readRelease(at(), { ...trusting, validator: first?.validator });
    expect(next?.manifest?.version).toBe(2);
  });

  it.each([
    ['signed by somebody else', 'UNKNOWN_KEY', { key: theirs.signing, change: (): void => undefined }],
    ['not signed', 'UNSIGNED', { change: (): void => undefined }],
    [
      'signed under our name by somebody else',
      'BAD_SIGNATURE',
      { key: theirs.signing, change: () => tamper('latest.json', (text) => text.replace(theirs.id, ours.id)) },
    ],
    [
      'signed with nonsense',
      'BAD_SIGNATURE',
      {
        key: ours.signing,
        change: () => tamper('latest.json', (text) => text.replace(/"signature": ".+"/, '"signature": "AAAA"')),
      },
    ],
    [
      'changed in its supergraph',
      'DIGEST_MISMATCH',
      { key: ours.signing, change: () => tamper('.graphql', (text) => text.replace('me: String', 'it: String')) },
    ],
    [
      'changed in its manifest',
      'DIGEST_MISMATCH',
      { key: ours.signing, change: () => tamper('.json', (text) => text.replace('"version": 1', '"version": 9')) },
    ],
    ['cut off', 'MALFORMED', { key: ours.signing, change: () => tamper('latest.json', (text) => text.slice(0, -20)) }],
    [
      'of another format',
      'MALFORMED',
      { key: ours.signing, change: () => tamper('latest.json', () => '{"format":"x"}') },
    ],
    [
      'grown',
      'TOO_LARGE',
      { key: ours.signing, change: () => tamper('.graphql', (text) => `${text}${' '.repeat(1_000)}`) },
    ],
    ['a bare schema', 'UNSIGNED', { key: ours.signing, change: () => tamper('latest.json', () => SDL) }],
    [
      'not UTF-8',
      'MALFORMED',
      { key: ours.signing, change: () => writeFileSync(join(files.folder, 'latest.json'), '\xff{', 'latin1') },
    ],
    ['too large', 'TOO_LARGE', { key: ours.signing, change: () => tamper('latest.json', () => '#'.repeat(100_001)) }],
  ] as const)('is refused when it is %s: %s', async (_, code, { change, ...options }) => {
    await files.publish(SDL, options);
    change();
    expect(await codeOf(readRelease(at(), strict))).toBe(code);
  });

  it('is refused when its content is not that of its parts, also where nothing need be signed', async () => {
    const { manifest } = await files.publish(SDL);
    const text = JSON.stringify({ ...manifest, content: digestOf('something else') });
    writeFileSync(join(files.folder, pathOf(digestOf(text), 'json')), text);
    writeFileSync(join(files.folder, 'latest.json'), writePointer(partOf(text), []));
    await expect(readRelease(at(), trusting)).rejects.toThrow(/has a manifest that contradicts itself/);
  });

  it('is refused before its supergraph is read when it must not follow', async () => {
    await files.publish(SDL, { key: ours.signing });
    tamper('.graphql', () => 'gone');
    const admit = () => {
      throw new Refused('OLDER', 'is older');
    };
    expect(await codeOf(readRelease(at(), { ...strict, admit }))).toBe('OLDER');
  });

  it('that is not there is told by where it should be', async () => {
    await expect(readRelease(at('9.json'), trusting)).rejects.toThrow(/9\.json (does not exist|answered 404)$/);
  });

  it('whose bytes are changed anywhere is read as it was, or refused', async () => {
    await files.publish(SDL, { key: ours.signing });
    const whole = readFileSync(join(files.folder, 'latest.json'));
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([place, by]) => {
        const changed = Buffer.from(whole);
        changed[place] = (changed[place]! + by) % 256;
        writeFileSync(join(files.folder, 'latest.json'), changed);
        const taken = await readRelease(at(), strict).catch((error: unknown) => error);
        if (taken instanceof Refused) return;
        expect(taken).toMatchObject({ sdl: SDL, manifest: { version: 1 } });
      }),
      { numRuns: 100 },
    );
  });
});

it('takes a bare schema where nothing need be signed', async () => {
  writeFileSync(join(files.folder, 'any.graphql'), SDL);
  for (const location of [atPath('any.graphql'), atUrl('any.graphql')]) {
    expect(await readRelease(location, trusting)).toMatchObject({ sdl: SDL, manifest: undefined });
  }
});

it('accepts what any of several keys signed', async () => {
  const keys = new Map([...ours.verifying, ...theirs.verifying]);
  for (const { signing } of [ours, theirs]) {
    await files.publish(SDL, { key: signing });
    expect(await readRelease(atPath(), { keys })).toMatchObject({ sdl: SDL });
  }
});

it('tells which version may follow which', async () => {
  const [one, two, three] = [await files.publish('one'), await files.publish('two'), await files.publish('three')];
  const codeOfStep = (from: typeof one, to: typeof one) =>
    codeOf(Promise.resolve().then(() => requireSuccessor(from.manifest, to.manifest)));
  expect(await codeOfStep(one, three)).toBe('taken');
  expect(await codeOfStep(two, two)).toBe('taken');
  expect(await codeOfStep(three, two)).toBe('OLDER');
  using others = new TestStore();
  expect(await codeOfStep(two, await others.publish('another two', { version: 2 }))).toBe('CONFLICT');
});
