import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The name of bytes: `sha256:` and 64 digits of hexadecimal. */
export type Digest = `sha256:${string}`;

export const digestSchema = z.custom<Digest>(
  (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value),
  'it is not sha256: and 64 digits of hexadecimal',
);

/** Of a text, its UTF-8. */
export const digestOf = (bytes: string | Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
