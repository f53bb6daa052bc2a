import { sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { z } from 'zod';
import type { SigningKey, VerifyKeys } from './keys.ts';
import { Refused } from './refused.ts';

export const signatureSchema = z.object({
  keyId: z.string().min(1).max(64),
  algorithm: z.literal('Ed25519'),
  /** Base64 of the 64 bytes of the signature. */
  signature: z.base64().max(128),
});

/** A signature of the bytes of a manifest. */
export type Signature = z.infer<typeof signatureSchema>;

export const sign = (bytes: Uint8Array, { id, key }: SigningKey): Signature => ({
  keyId: id,
  algorithm: 'Ed25519',
  signature: signBytes(undefined, bytes, key).toString('base64'),
});

/** Throws `Refused` unless one of the keys made one of the signatures. Without keys anything goes. */
export const requireSignature = (bytes: Uint8Array, signatures: readonly Signature[], keys: VerifyKeys): void => {
  if (keys.size === 0) return;
  if (signatures.length === 0) throw new Refused('UNSIGNED', 'is not signed, and public keys are configured');
  const known = signatures.filter(({ keyId }) => keys.has(keyId));
  if (known.length === 0) {
    const by = signatures.map(({ keyId }) => keyId).join(', ');
    throw new Refused('UNKNOWN_KEY', `is signed with ${by}; known are ${[...keys.keys()].join(', ')}`);
  }
  const isGood = known.some(({ keyId, signature }) => {
    const key = keys.get(keyId);
    return key !== undefined && verifyBytes(undefined, bytes, key, Buffer.from(signature, 'base64'));
  });
  if (!isGood) throw new Refused('BAD_SIGNATURE', `has a wrong signature of the key ${known[0]?.keyId ?? ''}`);
};
