import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSigningKey, readVerifyKeys } from '../src/index.ts';
import { makeKeys } from './support/publisher.ts';

const one = makeKeys();
const two = makeKeys();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  writeFileSync(join(folder, 'private.pem'), one.privatePem);
  writeFileSync(join(folder, 'public.pem'), `${String(one.publicPem)}# and the next one\n${String(two.publicPem)}`);
  writeFileSync(join(folder, 'other.txt'), 'no key at all');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a signing key', () => {
  it.each([
    ['PEM', () => String(one.privatePem)],
    ['PEM on one line, as environments have it', () => String(one.privatePem).replaceAll('\n', '\\n')],
    ['base64 of DER', () => one.privateDer],
    ['the path of a file', () => join(folder, 'private.pem')],
  ])('is read from %s', async (_, configured) => {
    expect(await readSigningKey(configured(), 'KEY')).toMatchObject({ id: one.id });
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

  it.each([
    ['a key of another kind', () => String(rsa), 'KEY is rsa; it must be Ed25519'],
    ['a public key', () => String(one.publicPem), 'KEY is not a key of the kind that is needed here'],
    ['two keys', () => `${String(one.privatePem)}${String(two.privatePem)}`, 'KEY must be one key'],
    ['a spoilt key', () => one.privateDer.slice(0, -8), 'KEY is not a key of the kind that is needed here'],
    ['a file that is none', () => join(folder, 'other.txt'), 'KEY names a file that holds no PEM'],
    [
      'something else, which may be a secret and is not told',
      () => 'hunter2',
      'KEY is neither PEM, nor base64 of DER, nor the path of a file that can be read',
    ],
  ])('is refused when it is %s', async (_, configured, message) => {
    await expect(readSigningKey(configured(), 'KEY')).rejects.toThrow(new Error(message));
  });
});

describe('keys that verify', () => {
  it('are read from everything that may hold them', async () => {
    const all = await readVerifyKeys([join(folder, 'public.pem'), one.publicDer, String(two.publicPem)], 'KEYS');
    expect([...all.keys()]).toStrictEqual([one.id, two.id]);
    expect(await readVerifyKeys([], 'KEYS')).toStrictEqual(new Map());
  });

  it.each([
    ['PEM', () => String(one.privatePem), 'KEYS is a private key; give the gateway the public one'],
    ['base64 of DER', () => one.privateDer, 'KEYS is not a key of the kind that is needed here'],
  ])('are never private ones: %s', async (_, configured, message) => {
    await expect(readVerifyKeys([configured()], 'KEYS')).rejects.toThrow(new Error(message));
  });
});
