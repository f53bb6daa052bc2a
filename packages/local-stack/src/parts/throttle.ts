import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

const refusal = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});

/** What every request is met with before the store sees it. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Lets a store refuse calls as one without capacity does: `PUT /faults` with `{ "throttle": 0.3 }` refuses that share of
 * them, with `{}` none.
 */
export const throttleable = (server: Server): Server => {
  const handlers = server.listeners('request') as Handler[];
  let share = 0;
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'PUT' && request.url === '/faults') {
      void json(request).then((faults) => {
        share = (faults as { readonly throttle?: number }).throttle ?? 0;
        response.end('{}');
      });
    } else if (Math.random() < share) {
      request.resume();
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(refusal);
    } else {
      for (const handle of handlers) handle(request, response);
    }
  });
  return server;
};
