import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, openLocation, partOf, readRelease, type Content } from '../src/index.ts';
import { makeKeys, TestStore, unpublished } from './support/publisher.ts';

let files: TestStore;

beforeEach(() => {
  files = new TestStore();
});

afterEach(() => files[Symbol.dispose]());

const read = (path: string) => readFileSync(join(files.folder, path), 'utf8');
const versionAt = async (path: string) => {
  const location = openLocation(join(files.folder, path), { maxBytes: 1_000_000, timeoutMs: 1_000 });
  return (await readRelease(location, { keys: new Map() }))?.manifest?.version;
};
/** Names, contents and times of all files. */
const everything = () =>
  readdirSync(files.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, 'utf8'), statSync(path).mtimeMs]);

const part = fc.string().map(partOf);
const name = fc.stringMatching(/^[a-z]{1,6}$/);
const content: fc.Arbitrary<Content> = fc.record({
  federationVersion: fc.string(),
  subgraphs: fc.uniqueArray(
    fc.record({ name, url: fc.string(), schema: fc.string().map((sdl) => partOf(sdl).digest) }),
    {
      selector: (subgraph) => subgraph.name,
    },
  ),
  supergraph: part,
  api: part,
  contracts: fc.dictionary(name, part),
});

describe('the digest of a content', () => {
  it('is the same for the same, in whatever order it is listed', () => {
    fc.assert(
      fc.property(content, (one) => {
        const other = {
          contracts: Object.fromEntries(Object.entries(one.contracts).reverse()),
          api: { ...one.api },
          supergraph: { ...one.supergraph },
          subgraphs: [...one.subgraphs].reverse(),
          federationVersion: one.federationVersion,
        };
        expect(contentOf(other)).toBe(contentOf(one));
      }),
    );
  });

  it('is another one as soon as anything differs', () => {
    const canonical = ({ subgraphs, contracts, ...rest }: Content) =>
      JSON.stringify([
        [...subgraphs].sort((left, right) => (left.name < right.name ? -1 : 1)),
        Object.entries(contracts).sort(),
        [rest.federationVersion, rest.supergraph.digest, rest.api.digest],
      ]);
    // Of pairs made by chance many are equal in most places.
    const similar = fc.tuple(
      content,
      content,
      fc.constantFrom('subgraphs', 'contracts', 'supergraph', 'api', 'federationVersion'),
    );
    fc.assert(
      fc.property(similar, ([one, donor, key]) => {
        const other = { ...one, [key]: donor[key] };
        expect(contentOf(other) === contentOf(one)).toBe(canonical(other) === canonical(one));
      }),
    );
  });

  it('does not depend on when, where and after what it is published', async () => {
    const first = await files.publish('type Query { a: Int }');
    const { described, ...texts } = unpublished('type Query { a: Int }', 2);
    const later = { ...described, publishedAt: '2027-01-01T00:00:00.000Z', revision: null };
    const second = await files.store.add(
      { ...texts, described: later, changelog: { text: 'x', json: '1' } },
      undefined,
    );
    expect(second?.manifest.content).toBe(first.manifest.content);
  });
});

describe('a store', () => {
  it('is empty at first, and then has what was added last as its newest and latest', async () => {
    expect(await files.store.newest()).toBeUndefined();
    await files.publish('one');
    await files.publish('two');
    expect((await files.store.newest())?.manifest.version).toBe(2);
    expect([await versionAt('.'), await versionAt('latest.json'), await versionAt('1.json')]).toStrictEqual([2, 2, 1]);
  });

  it('has each text once, however many artifacts have it', async () => {
    await files.publish('one');
    const before = readdirSync(join(files.folder, 'sha256')).length;
    await files.publish('one');
    // A manifest and two changelogs.
    expect(readdirSync(join(files.folder, 'sha256'))).toHaveLength(before + 3);
  });

  it('gives a version to one of two who want it', async () => {
    const both = await Promise.all([
      files.store.add(unpublished('one', 1), undefined),
      files.store.add(unpublished('two', 1), undefined),
    ]);
    const won = both.filter((published) => published !== undefined);
    expect(won).toHaveLength(1);
    expect((await files.store.newest())?.manifest).toStrictEqual(won[0]?.manifest);
  });

  it('writes a part again that a disk has spoilt', async () => {
    const { manifest } = await files.publish('one');
    const path = `sha256/${manifest.supergraph.digest.slice(7)}.graphql`;
    writeFileSync(join(files.folder, path), 'on');
    await files.publish('one');
    expect(read(path)).toBe('one');
  });

  it('is settled already when nothing is to be done, and then writes nothing', async () => {
    const { signing } = makeKeys();
    const published = await files.publish('one', { key: signing });
    const before = everything();
    expect(await files.store.settle(published, signing)).toBe(false);
    expect(await files.store.settle(published, undefined)).toBe(false);
    expect(everything()).toStrictEqual(before);
  });

  it('signs the newest with another key as well', async () => {
    const [old, next] = [makeKeys(), makeKeys()];
    const published = await files.publish('one', { key: old.signing });
    expect(await files.store.settle(published, next.signing)).toBe(true);
    for (const { verifying } of [old, next]) {
      for (const path of ['latest.json', '1.json']) {
        const location = openLocation(join(files.folder, path), { maxBytes: 1_000_000, timeoutMs: 1_000 });
        expect((await readRelease(location, { keys: verifying }))?.sdl).toBe('one');
      }
    }
  });

  it('removes what processes that died an hour ago left, and nothing that somebody may be writing', async () => {
    const [old, young] = ['.latest.json.1.tmp', '.latest.json.2.tmp'];
    for (const path of [old, young]) writeFileSync(join(files.folder, path), '{');
    const longAgo = Date.now() / 1_000 - 3_700;
    utimesSync(join(files.folder, old), longAgo, longAgo);
    await files.publish('one');
    expect(readdirSync(files.folder).sort()).toStrictEqual([young, '1.json', 'latest.json', 'sha256']);
  });
});

/** Adds version 2 in a process that is killed when it makes its n-th change of a name, before or after that. */
const crash = (nth: number, when: 'before' | 'after') => {
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let count = 0;
    for (const name of ['rename', 'link']) {
      const real = fs.promises[name];
      fs.promises[name] = async (...args) => {
        count += 1;
        if (count === ${nth} && '${when}' === 'before') process.kill(process.pid, 'SIGKILL');
        await real(...args);
        if (count === ${nth} && '${when}' === 'after') process.kill(process.pid, 'SIGKILL');
      };
    }
    syncBuiltinESMExports();
    const { ArtifactStore } = await import(${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)});
    const { unpublished } = await import(${JSON.stringify(new URL('support/publisher.ts', import.meta.url).href)});
    await new ArtifactStore(${JSON.stringify(files.folder)}).add(unpublished('second', 2), undefined);
  `;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).signal;
};

describe('a publisher that is killed', () => {
  // The second text of each kind, three schemas and two changelogs and the manifest, then 2.json, then latest.json.
  it.each([
    [1, 'before', 1],
    [4, 'after', 1],
    [7, 'before', 1],
    [7, 'after', 2],
    [8, 'before', 2],
    [8, 'after', 2],
  ] as const)(
    'at change %i of a name, %s it, leaves a whole artifact, and the next one goes on',
    async (nth, when, newest) => {
      await files.publish('first');
      expect(crash(nth, when)).toBe('SIGKILL');
      expect(await versionAt('latest.json')).toBe(nth === 8 && when === 'after' ? 2 : 1);

      const found = await files.store.newest();
      expect(found?.manifest.version).toBe(newest);
      // What a publisher does that comes next.
      if (newest === 2) await files.store.settle(found!, undefined);
      else await files.publish('second');
      expect(await versionAt('latest.json')).toBe(2);
    },
  );
});

it('refuses a store whose newest artifact is spoilt', async () => {
  await files.publish('one');
  writeFileSync(join(files.folder, '2.json'), '{"format":"supergraph-pointer/1"}');
  await expect(files.store.newest()).rejects.toThrow(/is no pointer to an artifact/);
  rmSync(join(files.folder, '2.json'));
  rmSync(join(files.folder, 'sha256'), { recursive: true });
  await expect(files.store.newest()).rejects.toThrow(/lacks a part: sha256\/[0-9a-f]{64}\.json does not exist/);
});
