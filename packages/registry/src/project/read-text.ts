import { open } from 'node:fs/promises';
import { InputError } from '../exit-codes.ts';

/** Of any text that is read; a schema of 10 000 types has 2 MB. */
export const MAX_TEXT_BYTES = 32 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder, not a file',
  EACCES: 'cannot be read: no permission',
  ELOOP: 'is a link that leads back to itself',
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** Throws `InputError` for bytes that are not UTF-8. A byte order mark is left out. */
export const decodeText = (bytes: Uint8Array, what: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${what} is not UTF-8 text. Is it the right file? Then save it as UTF-8.`, { cause });
  }
};

const readLimited = async (path: string): Promise<Uint8Array | undefined> => {
  await using file = await open(path, 'r');
  const stats = await file.stat();
  if (stats.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
  if (stats.size > MAX_TEXT_BYTES) return undefined;
  // Of what has no size of its own, such as a pipe or /dev/zero, no more than the limit.
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.createReadStream({
    autoClose: false,
    end: MAX_TEXT_BYTES,
  }) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.length;
  }
  return bytes > MAX_TEXT_BYTES ? undefined : Buffer.concat(chunks);
};

/** Reads a file of UTF-8 text. Throws `InputError` that says what it is for. */
export const readText = async (path: string, what: string): Promise<string> => {
  const text = await readTextIfAny(path, what);
  if (text === undefined) throw new InputError(`${what}: ${path} does not exist.`);
  return text;
};

/** The same, but undefined for a file that does not exist. */
export const readTextIfAny = async (path: string, what?: string): Promise<string | undefined> => {
  const named = what === undefined ? path : `${what}: ${path}`;
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readLimited(path);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new InputError(`${named} ${reasons[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`}.`, { cause });
  }
  if (bytes === undefined)
    throw new InputError(`${named} has more than ${MAX_TEXT_BYTES / 1024 / 1024} MiB. Is it the right file?`);
  return decodeText(bytes, named);
};
