import { z } from 'zod';
import { digestSchema, type Digest } from './digest.ts';
import { describeIssues } from './issues.ts';
import { parseJson } from './json.ts';
import { Refused } from './refused.ts';
import { signatureSchema, type Signature } from './signature.ts';

const FORMAT = 'supergraph-pointer/1';
/** Signatures of several keys may stand beside each other while keys are changed; hundreds are an attack. */
const MAX_SIGNATURES = 16;

const pointerSchema = z.object({
  format: z.literal(FORMAT),
  manifest: z.object({ digest: digestSchema, bytes: z.int().min(0) }),
  signatures: z.array(signatureSchema).max(MAX_SIGNATURES),
});

/** `latest.json` and `<version>.json`: which manifest, and who signed it. */
export type Pointer = Readonly<z.infer<typeof pointerSchema>>;

/** The name of the pointer that moves. */
export const LATEST = 'latest.json';

/** Where a part is, relative to the pointer. It follows from the digest: no manifest can name a file elsewhere. */
export const pathOf = (digest: Digest, extension: 'graphql' | 'json' | 'txt'): string =>
  `sha256/${digest.slice('sha256:'.length)}.${extension}`;

export const writePointer = (manifest: Pointer['manifest'], signatures: readonly Signature[]): string =>
  `${JSON.stringify({ format: FORMAT, manifest, signatures }, undefined, 2)}\n`;

/** SDL never begins with a brace, and a pointer always does. */
export const isPointer = (text: string): boolean => /^\s*\{/.test(text);

/** Throws `Refused`. */
export const readPointer = (text: string): Pointer => {
  const parsed = pointerSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Refused('MALFORMED', `is no pointer to an artifact: ${describeIssues(parsed.error)}`);
};
