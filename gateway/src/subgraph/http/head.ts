import { MalformedAnswer } from './failures.ts';

/** What the head of an answer says about its body and its connection. */
export interface Head {
  readonly status: number;
  /** Its size in bytes, or how else its end is told: by chunks, or by the end of the connection. */
  readonly body: number | 'chunks' | 'endless';
  /** For how long the peer keeps the connection for another request, in ms: 0 not at all, `Infinity` when it does not say. */
  readonly keptMs: number;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const COLON = 58;
const DELETE = 127;

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?\r\n/;
const LENGTH = /^\d{1,15}$/;
const TIMEOUT = /(?:^|[,; \t])timeout=(\d{1,6})(?![^,; \t])/i;
const CLOSE = /(?:^|[, \t])close(?![^, \t])/i;
const KEEP_ALIVE = /(?:^|[, \t])keep-alive(?![^, \t])/i;

const isTokenCharacter = Uint8Array.from({ length: 256 }, (_, code) =>
  /[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const isValueCharacter = (code: number): boolean => (code >= SPACE && code !== DELETE) || code === TAB;

const endOfName = (text: string, from: number): number => {
  let at = from;
  while (isTokenCharacter[text.charCodeAt(at)] === 1) at += 1;
  if (at === from || text.charCodeAt(at) !== COLON) throw new MalformedAnswer('a line of the head is not a header');
  return at;
};

const endOfValue = (text: string, from: number): number => {
  let at = from;
  while (isValueCharacter(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) !== CR || text.charCodeAt(at + 1) !== LF)
    throw new MalformedAnswer('a header has a control character');
  return at;
};

const isBlank = (code: number): boolean => code === SPACE || code === TAB;

/** `String.trim` takes away more than a header's blanks. */
const trimmed = (text: string, from: number, to: number): string => {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

/** The few headers that matter here. */
class Fields {
  length: number | undefined;
  isChunked = false;
  connection = '';
  keptMs = Number.POSITIVE_INFINITY;

  set(name: string, value: string): void {
    if (name === 'content-length') this.#setLength(value);
    else if (name === 'transfer-encoding') this.#setCoding(value);
    else if (name === 'connection') this.connection = this.connection === '' ? value : `${this.connection},${value}`;
    else if (name === 'keep-alive') {
      const seconds = TIMEOUT.exec(value)?.[1];
      if (seconds !== undefined) this.keptMs = Number(seconds) * 1_000;
    }
  }

  #setLength(value: string): void {
    if (this.length !== undefined || !LENGTH.test(value))
      throw new MalformedAnswer('a content-length that is no length');
    this.length = Number(value);
  }

  #setCoding(value: string): void {
    if (this.isChunked || value.toLowerCase() !== 'chunked')
      throw new MalformedAnswer('a transfer-encoding unknown here');
    this.isChunked = true;
  }
}

/** Names of other lengths are never looked at: no string is made of them. */
const mayMatter = (length: number): boolean => length === 10 || length === 14 || length === 17;

const readFields = (text: string, from: number): Fields => {
  const fields = new Fields();
  for (let at = from; at < text.length;) {
    const colon = endOfName(text, at);
    const end = endOfValue(text, colon + 1);
    if (mayMatter(colon - at)) fields.set(text.slice(at, colon).toLowerCase(), trimmed(text, colon + 1, end));
    at = end + 2;
  }
  return fields;
};

const bodyOf = (status: number, { length, isChunked }: Fields): Head['body'] => {
  if (status < 200 || status === 204 || status === 304) return 0;
  return isChunked ? 'chunks' : (length ?? 'endless');
};

const keptMsOf = ({ connection, keptMs }: Fields, isFirstVersion: boolean): number => {
  if (connection === 'keep-alive' && !isFirstVersion) return keptMs;
  return CLOSE.test(connection) || (isFirstVersion && !KEEP_ALIVE.test(connection)) ? 0 : keptMs;
};

/**
 * Reads a head: status line and headers, each with its end of line, as Latin-1. Throws `MalformedAnswer` for anything that
 * another reader might take for something else: folded lines, bare line ends, more than one length.
 */
export const readHead = (text: string): Head => {
  const [line, version, digits] = STATUS_LINE.exec(text) ?? [];
  if (line === undefined) throw new MalformedAnswer('the answer does not begin as HTTP/1 does');
  const isFirstVersion = version === '0';
  const fields = readFields(text, line.length);
  if (fields.isChunked && (fields.length !== undefined || isFirstVersion))
    throw new MalformedAnswer('chunks where the length is told otherwise');
  const status = Number(digits);
  return { status, body: bodyOf(status, fields), keptMs: keptMsOf(fields, isFirstVersion) };
};
