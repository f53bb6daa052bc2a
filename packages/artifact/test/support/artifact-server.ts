import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Answers a request in place of the files; false leaves it to them. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves a folder as object stores do: an ETag for each file, and 304 where it is known. */
export class ArtifactServer implements AsyncDisposable {
  readonly #server = createServer((request, response) => {
    this.asked += 1;
    if (this.fault?.(request, response) !== true) void this.#answer(request, response);
  });
  readonly #folder: string;
  /** Statuses answered, in order, with paths. */
  readonly answered: string[] = [];
  /** How many requests came, those that a fault answered as well. */
  asked = 0;
  fault: Fault | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  /** Ends with a slash. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  count(answer: string): number {
    return this.answered.filter((one) => one === answer).length;
  }

  async #answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, this.url);
    const body = await readFile(join(this.#folder, decodeURIComponent(pathname))).catch(() => undefined);
    const etag = `"${createHash('sha1')
      .update(body ?? '')
      .digest('hex')}"`;
    const status = body === undefined ? 404 : headers['if-none-match'] === etag ? 304 : 200;
    this.answered.push(`${status} ${pathname}`);
    response.writeHead(status, { etag });
    response.end(status === 200 ? body : undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
