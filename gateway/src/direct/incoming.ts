import type { IncomingMessage } from 'node:http';
import { isRecord } from '../json.ts';
import type { GraphqlCall } from './admissions.ts';

const JSON_ANSWER = 'application/json; charset=utf-8';
const GRAPHQL_ANSWER = 'application/graphql-response+json; charset=utf-8';

/** What common clients accept, and what they get. Apollo Server negotiates with all others. */
const answerTypes: Readonly<Record<string, string>> = {
  '': JSON_ANSWER,
  '*/*': JSON_ANSWER,
  'application/json': JSON_ANSWER,
  'application/json, text/plain, */*': JSON_ANSWER,
  'application/graphql-response+json,application/json;q=0.9': GRAPHQL_ANSWER,
  'application/graphql-response+json, application/json': GRAPHQL_ANSWER,
};

const isJson = /^application\/json(?:; ?charset=utf-8)?$/i;
const paths: readonly (string | undefined)[] = ['/graphql', '/'];

/** Bodies above this, in bytes, go the usual way, which knows what is too much. */
const MAX_BYTES = 64 * 1024;

/** The content type of the answer to a plain GraphQL request by POST; undefined for anything else. */
export const answerTypeFor = ({ method, url, headers }: IncomingMessage): string | undefined => {
  if (method !== 'POST' || !paths.includes(url)) return undefined;
  const length = Number(headers['content-length']);
  if (!(length > 0 && length <= MAX_BYTES) || headers['content-encoding'] !== undefined) return undefined;
  return isJson.test(headers['content-type'] ?? '') ? answerTypes[headers.accept ?? ''] : undefined;
};

/** Reads a body whose length was told. Never calls back for a client that goes away meanwhile. */
export const readBody = (request: IncomingMessage, callback: (body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first] = chunks;
    callback(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
  });
};

/** Keys that would change what an object is, also written with escapes, and what was no UTF-8: Fastify refuses them. */
const suspect = /__proto__|constructor|\\u00[57][0-9a-f]|\ufffd/i;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a call; undefined for whatever is not plainly one, such as a batch, a persisted query, or a fault. */
export const callOf = (body: Buffer): GraphqlCall | undefined => {
  const text = body.toString('utf8');
  const value = suspect.test(text) ? undefined : parsed(text);
  if (!isRecord(value)) return undefined;
  const { query, operationName, variables, extensions } = value;
  if (typeof query !== 'string' || (extensions ?? undefined) !== undefined) return undefined;
  if ((operationName ?? undefined) !== undefined && typeof operationName !== 'string') return undefined;
  if ((variables ?? undefined) !== undefined && !isRecord(variables)) return undefined;
  return {
    query,
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: isRecord(variables) ? variables : {},
  };
};
