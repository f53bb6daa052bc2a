import type { Exchange } from '../transport.ts';

/** A request as it is written, in one piece. */
export interface RequestText {
  readonly text: string;
  readonly encoding: BufferEncoding;
}

/** Whatever else is in a value could end the header, or mean other bytes to the other side. */
const HARMLESS = /^[\t\x20-\x7e]*$/;

const fieldsOf = (headers: readonly string[]): string | Error => {
  let fields = '';
  for (let at = 0; at < headers.length; at += 2) {
    const name = String(headers[at]);
    const value = String(headers[at + 1]);
    if (!HARMLESS.test(value))
      return new Error(`the value of the header ${name} has a character that no header may have`);
    fields += `${name}: ${value}\r\n`;
  }
  return fields;
};

/** Writes requests to one URL. It gives an error for a header value with other than printable ASCII and tabs. */
export const createRequestWriter = ({ host, pathname, search }: URL): ((exchange: Exchange) => RequestText | Error) => {
  const same = [
    `POST ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    'connection: keep-alive',
    'accept: application/json',
    'content-type: application/json',
    '',
  ].join('\r\n');
  return ({ headers, body }) => {
    const fields = fieldsOf(headers);
    if (typeof fields !== 'string') return fields;
    const bytes = Buffer.byteLength(body);
    return {
      text: `${same}${fields}content-length: ${bytes}\r\n\r\n${body}`,
      // As many bytes as characters: all of it is ASCII, which is the same in both and copied faster as Latin-1.
      encoding: bytes === body.length ? 'latin1' : 'utf8',
    };
  };
};
