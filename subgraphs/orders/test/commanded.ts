import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathOf, type CommandContract } from '@qsr/commands';

/** What stands in for a service that is commanded: what it says to each command, and what it was asked. */
export interface Commanded extends AsyncDisposable {
  readonly url: string;
  /** Inputs by name of the command, in the order they came. */
  readonly asked: Map<string, unknown[]>;
  /** From now on the command is answered so; `down` hangs up on it. */
  answer<Input, Output>(contract: CommandContract<Input, Output>, how: ((input: Input) => Output) | 'down'): void;
}

/** A service that says what the test wants it to; it hangs up on what it was told nothing about. */
export const startCommanded = async (): Promise<Commanded> => {
  const answers = new Map<string, ((input: never) => unknown) | 'down'>();
  const asked = new Map<string, unknown[]>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      const how = answers.get(path);
      const input = JSON.parse(Buffer.concat(parts).toString()) as never;
      asked.set(path.replace('/internal/', ''), [...(asked.get(path.replace('/internal/', '')) ?? []), input]);
      if (how === undefined || how === 'down') request.socket.destroy();
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(how(input)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (contract, how) => answers.set(pathOf(contract), how),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
