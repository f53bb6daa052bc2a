import { LATEST } from '../pointer.ts';
import { Refused } from '../refused.ts';
import type { Location, LocationOptions } from './location.ts';

interface Asked {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Reads no more than may be read, whatever the headers say: what is compressed can grow without end. */
const readBody = async (response: Response, maxBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new Refused('TOO_LARGE', `answered more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const failure = (cause: unknown, timeoutMs: number): Refused => {
  if (cause instanceof Refused) return cause;
  if (cause instanceof Error && cause.name === 'TimeoutError') {
    return new Refused('UNAVAILABLE', `did not answer within ${timeoutMs} ms`, { cause });
  }
  // `fetch failed` says nothing; its cause does.
  const reason = cause instanceof Error ? (cause.cause ?? cause) : cause;
  const code = reason instanceof Error && 'code' in reason ? ` (${String(reason.code)})` : '';
  return new Refused('UNAVAILABLE', `could not be fetched${code}`, { cause });
};

/** Does one exchange; the answer is 200 with its body, or 304. */
const ask = async ({
  url,
  headers,
  maxBytes,
  timeoutMs,
  signal,
}: Asked): Promise<{ response: Response; body: Buffer }> => {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      headers,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    if (url.protocol === 'https:' && !response.url.startsWith('https:')) {
      throw new Refused('UNAVAILABLE', 'redirects to a URL without TLS');
    }
    if (response.status === 304) return { response, body: Buffer.alloc(0) };
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Refused('UNAVAILABLE', `answered ${response.status}`);
    }
    return { response, body: await readBody(response, maxBytes) };
  } catch (error) {
    throw failure(error, timeoutMs);
  }
};

/** Headers that ask only for what has changed. */
const conditionsOf = (validator: string | undefined): Record<string, string> => {
  if (validator === undefined) return {};
  return { [validator.startsWith('@') ? 'if-modified-since' : 'if-none-match']: validator.replace(/^@/, '') };
};

/** The answer's ETag; where there is none its time, marked with `@`, which no ETag begins with. */
const validatorOf = ({ headers }: Response): string | undefined => {
  const modified = headers.get('last-modified');
  return headers.get('etag') ?? (modified === null ? undefined : `@${modified}`);
};

const parseUrl = (configured: string): URL => {
  if (!URL.canParse(configured)) throw new Error(`${configured} is not a URL`);
  const url = new URL(configured);
  if (url.username !== '' || url.password !== '') {
    throw new Error(`the URL at ${url.host} holds a user or a password; send them in a header`);
  }
  if (url.pathname.endsWith('/')) url.pathname += LATEST;
  return url;
};

/** A URL, with `latest.json` after it when it ends with a slash. What is asked for in its query is asked for with parts, too. */
export const openUrl = (configured: string, { maxBytes, timeoutMs, headers = {} }: LocationOptions): Location => {
  const url = parseUrl(configured);
  return {
    name: `${url.origin}${url.pathname}`,
    head: async (known, signal) => {
      const asked = { url, maxBytes, timeoutMs, signal, headers: { ...headers, ...conditionsOf(known) } };
      const { response, body } = await ask(asked);
      if (response.status !== 304) return { bytes: body, validator: validatorOf(response) };
      if (known === undefined) throw new Refused('UNAVAILABLE', 'answered 304 to a question that had no condition');
      return undefined;
    },
    part: async (path, limits) => {
      const at = new URL(path, url);
      at.search = url.search;
      try {
        const { response, body } = await ask({
          url: at,
          headers,
          timeoutMs,
          maxBytes: limits.maxBytes,
          signal: limits.signal,
        });
        if (response.status === 304)
          throw new Refused('UNAVAILABLE', 'answered 304 to a question that had no condition');
        return body;
      } catch (error) {
        const { code, message, cause } = failure(error, timeoutMs);
        throw new Refused(code, `lacks a part: ${path} ${message}`, { cause });
      }
    },
  };
};
