import fc from 'fast-check';

const inChunks = (body: Buffer, sizes: readonly number[], extension: string): Buffer[] => {
  const parts: Buffer[] = [];
  for (let at = 0, next = 0; at < body.length; next += 1) {
    const chunk = body.subarray(at, at + (sizes[next % sizes.length] ?? 1));
    parts.push(Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`), chunk, Buffer.from('\r\n'));
    at += chunk.length;
  }
  return [...parts, Buffer.from('0\r\nx-trailer: end\r\n\r\n')];
};

const cutAt = (whole: Buffer, places: readonly number[]): Buffer[] => {
  const cuts = [...new Set(places.map((place) => place % whole.length))].toSorted((a, b) => a - b);
  return [0, ...cuts].map((from, index) => whole.subarray(from, cuts[index])).filter(({ length }) => length > 0);
};

/** Answers of all shapes that need no end of the connection, in pieces. */
export const anyAnswer = fc
  .record({
    status: fc.constantFrom(200, 201, 400, 503),
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    interim: fc.constantFrom('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
    header: fc.constantFrom('', 'x-content-length: 9\r\n', 'Keep-Alive: timeout=5\r\n', 'X-Ten-Lettr: \xe9\r\n'),
    extension: fc.constantFrom('', ';a=b', ';a="x;y"'),
    sizes: fc.option(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 })),
    places: fc.array(fc.nat(400), { maxLength: 12 }),
  })
  .map(({ status, text, interim, header, extension, sizes, places }) => {
    const body = Buffer.from(text);
    const framing = sizes === null ? `Content-Length: ${body.length}` : 'transfer-encoding: Chunked';
    const start = Buffer.from(`${interim}HTTP/1.1 ${status} Any\r\n${header}${framing}\r\n\r\n`, 'latin1');
    const rest = sizes === null ? [body] : inChunks(body, sizes, extension);
    return { pieces: cutAt(Buffer.concat([start, ...rest]), places), expected: { status, text } };
  });
