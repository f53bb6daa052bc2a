import { createReadStream } from 'node:fs';

/** One line of a file; counted from 1. `text` is undefined for a line that is too long to be looked at. */
export interface Line {
  readonly number: number;
  readonly text: string | undefined;
}

/** In characters: more than the longest operation of a recorder takes. */
const MAX_LINE = 4 * 1024 * 1024;

/** The lines of a file, without ever holding more than one of them. Rejects when the file cannot be read. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let number = 1;
  let text = '';
  let isTooLong = false;
  const end = (): Line => {
    const line = { number, text: isTooLong ? undefined : text };
    number += 1;
    text = '';
    isTooLong = false;
    return line;
  };
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const parts = chunk.split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) yield end();
      isTooLong ||= text.length + part.length > MAX_LINE;
      text = isTooLong ? '' : text + part;
    }
  }
  if (text !== '' || isTooLong) yield end();
}
