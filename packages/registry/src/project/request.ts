import { InputError, TimedOutError } from '../exit-codes.ts';
import { decodeText, MAX_TEXT_BYTES } from './read-text.ts';
import { isRecord } from './records.ts';

/** As long as Rover waits. */
const TIMEOUT_MS = 30_000;
const CLIENT = 'supergraph';

/** A query to somebody's GraphQL server. */
export interface GraphQLRequest {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly query: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** How long the answer may take; 30 s when absent. */
  readonly timeoutMs?: number;
}

const headersOf = (given: GraphQLRequest['headers']): Headers => {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json', 'user-agent': CLIENT });
  for (const [name, value] of given) {
    try {
      headers.set(name, value);
    } catch (cause) {
      throw new InputError(`the header ${name} has a name or value that HTTP does not allow.`, { cause });
    }
  }
  return headers;
};

const addressOf = (url: string): URL => {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw new InputError('the URL is none of HTTP: write http:// or https:// and a host.');
  }
  if (address.username !== '' || address.password !== '') {
    throw new InputError(`the URL of ${address.host} holds a password. Send it in a header instead.`);
  }
  return address;
};

const readLimited = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_TEXT_BYTES) throw new InputError(`the answer has more than ${MAX_TEXT_BYTES / 1024 / 1024} MiB.`);
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks), 'the answer');
};

const post = async ({ url, headers, query, variables = {}, timeoutMs = TIMEOUT_MS }: GraphQLRequest) => {
  const address = addressOf(url);
  const init = { method: 'POST', headers: headersOf(headers), body: JSON.stringify({ query, variables }) };
  try {
    // Not followed: the headers, which may be secret, are meant for this address.
    const response = await fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, location: response.headers.get('location'), text: await readLimited(response) };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (cause instanceof DOMException && cause.name === 'TimeoutError') {
      throw new TimedOutError(`${address.origin} did not answer within ${timeoutMs / 1000} s.`, { cause });
    }
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    throw new InputError(`${address.origin} cannot be reached: ${reason || 'the connection failed'}.`, { cause });
  }
};

const parseAnswer = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Of somebody else, who may mean to write to a terminal. */
const plain = (text: string): string => text.slice(0, 300).replaceAll(/\p{Cc}+/gu, ' ');

const errorsOf = (body: Record<string, unknown>): string =>
  (Array.isArray(body['errors']) ? (body['errors'] as unknown[]) : [])
    .slice(0, 3)
    .map((error) => (isRecord(error) && typeof error['message'] === 'string' ? plain(error['message']) : ''))
    .join(' ');

/** Returns the data of the answer. Throws `InputError`, or `TimedOutError`, whose message has a small first letter. */
export const requestData = async (request: GraphQLRequest): Promise<Record<string, unknown>> => {
  const { status, location, text } = await post(request);
  if (status >= 300 && status < 400) {
    throw new InputError(`it answers ${status}, sending on to ${plain(location ?? 'nowhere')}. Name that address.`);
  }
  const body = parseAnswer(text);
  if (!isRecord(body)) throw new InputError(`it answers ${status} with what is not GraphQL.`);
  const data = body['data'];
  if (isRecord(data)) return data;
  throw new InputError(`it answers ${status}: ${errorsOf(body) || 'no data and no errors'}.`);
};
