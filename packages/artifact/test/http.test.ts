import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLocation, readRelease, Refused, type ReadOptions } from '../src/index.ts';
import { ArtifactServer } from './support/artifact-server.ts';
import { makeKeys, TestStore } from './support/publisher.ts';

const SDL = 'type Query { me: String }';

let files: TestStore;
let server: ArtifactServer;

beforeEach(async () => {
  files = new TestStore();
  server = await new ArtifactServer(files.folder).start();
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  files[Symbol.dispose]();
});

const limits = { maxBytes: 100_000, timeoutMs: 5_000 };
const trusting: ReadOptions = { keys: new Map() };
const strict: ReadOptions = { keys: makeKeys().verifying };
const atUrl = (path = '', options = {}) => openLocation(`${server.url}${path}`, { ...limits, ...options });
const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.code : error),
  );

const answerWith = (answer: (response: ServerResponse) => void): void => {
  server.fault = (_, response) => {
    answer(response);
    return true;
  };
};

it('asks with the ETag, and reads no part again', async () => {
  await files.publish(SDL);
  const { validator } = (await readRelease(atUrl(), trusting))!;
  expect(server.answered).toHaveLength(3);
  for (let look = 0; look < 5; look += 1) await readRelease(atUrl(), { ...trusting, validator });
  expect(server.count('304 /latest.json')).toBe(5);
  expect(server.answered).toHaveLength(8);
});

it('asks with the time where there is no ETag', async () => {
  const since: unknown[] = [];
  server.fault = ({ headers }, response) => {
    since.push(headers['if-modified-since']);
    response.writeHead(headers['if-modified-since'] === undefined ? 200 : 304, {
      'last-modified': 'Mon, 23 Nov 2026 12:00:00 GMT',
    });
    response.end(headers['if-modified-since'] === undefined ? SDL : undefined);
    return true;
  };
  const { validator } = (await readRelease(atUrl(), trusting))!;
  expect(await readRelease(atUrl(), { ...trusting, validator })).toBeUndefined();
  expect(since).toStrictEqual([undefined, 'Mon, 23 Nov 2026 12:00:00 GMT']);
});

it('sends its headers and its query with every part', async () => {
  await files.publish(SDL);
  const seen: unknown[] = [];
  server.fault = ({ url, headers }) => {
    seen.push([new URL(url ?? '', server.url).search, headers.authorization]);
    return false;
  };
  await readRelease(atUrl('latest.json?key=k%2F1', { headers: { authorization: 'Bearer b' } }), trusting);
  expect(seen).toStrictEqual(Array.from({ length: 3 }, () => ['?key=k%2F1', 'Bearer b']));
});

it.each([
  ['an error', 'UNAVAILABLE', (response: ServerResponse) => response.writeHead(500).end('oops')],
  ['nothing', 'UNAVAILABLE', () => undefined],
  [
    'half of it',
    'UNAVAILABLE',
    (response: ServerResponse) => response.writeHead(200, { 'content-length': '50' }).write('{"f'),
  ],
  [
    'half of it, and hangs up',
    'UNAVAILABLE',
    (response: ServerResponse) =>
      response.writeHead(200, { 'content-length': '50' }).write('{"f', () => response.destroy()),
  ],
  ['304 to a question without condition', 'UNAVAILABLE', (response: ServerResponse) => response.writeHead(304).end()],
  [
    'a redirect to itself',
    'UNAVAILABLE',
    (response: ServerResponse) => response.writeHead(302, { location: '/' }).end(),
  ],
  [
    'what unpacks to more than may be read',
    'TOO_LARGE',
    (response: ServerResponse) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('#'.repeat(10_000_000))),
  ],
  ['a page', 'UNSIGNED', (response: ServerResponse) => response.writeHead(200).end('<html></html>')],
])('refuses %s: %s', async (_, code, answer) => {
  answerWith(answer);
  expect(await codeOf(readRelease(atUrl('', { timeoutMs: 200 }), strict))).toBe(code);
});

it('refuses when nobody listens', async () => {
  const { url } = server;
  await server[Symbol.asyncDispose]();
  await expect(readRelease(openLocation(url, limits), trusting)).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:\d+\/latest\.json could not be fetched \(ECONNREFUSED\)$/,
  );
  await server.start();
});

it('gives up when it is told to', async () => {
  answerWith(() => undefined);
  const giveUp = new AbortController();
  const reading = codeOf(readRelease(atUrl(), { ...trusting, signal: giveUp.signal }));
  giveUp.abort();
  expect(await reading).toBe('UNAVAILABLE');
});

it.each([
  ['http://user:secret@host/x', /^the URL at host holds a user or a password/],
  ['http://', /is not a URL/],
])('does not begin with %s', (url, message) => {
  expect(() => openLocation(url, limits)).toThrow(message);
});

it('does not tell what is secret in a URL', () => {
  expect(atUrl('latest.json?token=secret').name).not.toContain('secret');
});
