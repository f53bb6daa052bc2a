import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Service } from '@qsr/lifecycle';
import { listenLocally } from '../http-service.ts';
import { Problem } from '../problem.ts';
import { listFaults, setFault, type FaultyParts } from './faults.ts';

/** The body of `POST`: which part to break or mend. */
export interface FaultRequest {
  readonly part: string;
  readonly mode: string;
  readonly delayMs?: number;
}

const answer = async (parts: FaultyParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  try {
    if (request.method === 'POST') {
      const { part, ...wanted } = JSON.parse(await text(request)) as FaultRequest;
      setFault(parts, part, wanted);
    }
    response.end(JSON.stringify(listFaults(parts)));
  } catch (error) {
    response.writeHead(error instanceof Problem ? 400 : 500).end(error instanceof Error ? error.message : 'failed');
  }
};

/** Lets other commands break parts of a running stack. Its URL holds a secret, so that no web page can call it. */
export const startControlServer = async (parts: FaultyParts): Promise<Service> => {
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    if (request.url === path) void answer(parts, request, response);
    else response.writeHead(404).end();
  });
  const service = await listenLocally(server, 0);
  return { ...service, url: service.url + path };
};
