import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactStore, keyIdOf, type Published, type SigningKey, type Unpublished } from '../../src/index.ts';

/** A pair of Ed25519 keys, as files of PEM hold them. */
export const makeKeys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const id = keyIdOf(publicKey);
  const signing: SigningKey = { id, key: privateKey };
  return {
    id,
    signing,
    verifying: new Map([[id, publicKey]]),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }),
    publicDer: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    privateDer: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
};

/** An artifact of some SDL. */
export const unpublished = (supergraph: string, version: number): Unpublished => ({
  supergraph,
  api: `# the API of ${supergraph.length}`,
  contracts: { partner: `# the contract of ${supergraph.length}` },
  changelog: { text: `Version ${version}\n`, json: `{"version":${version}}\n` },
  described: {
    version,
    previous: null,
    publishedAt: '2026-11-23T12:00:00.000Z',
    revision: { commit: 'c0ffee', dirty: false },
    federationVersion: '=2.14.4',
    subgraphs: [],
  },
});

/** A folder of artifacts that is gone after the test. */
export class TestStore implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
  readonly store = new ArtifactStore(this.folder);
  #version = 0;

  /** Publishes SDL as the next version, or as the one that is named. */
  async publish(sdl: string, { key, version }: { key?: SigningKey; version?: number } = {}): Promise<Published> {
    this.#version = version ?? this.#version + 1;
    const published = await this.store.add(unpublished(sdl, this.#version), key);
    if (published === undefined) throw new Error(`version ${this.#version} is there already`);
    return published;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
