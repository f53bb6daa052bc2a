import { AppError } from '@qsr/errors';
import { COMMAND_HEADER, createCommandSigner } from '@qsr/identity';
import { createPolicy, deadlineSignal, type BreakerState } from '@qsr/resilience';
import { Pool } from 'undici';
import { pathOf, type CommandContract } from './contract.ts';

/** Where one service takes commands, and how long it may take over one. */
export interface CommandClientOptions {
  /** Base URL of the service. */
  readonly url: string;
  /** The service that is commanded: `extensions.service` of errors. */
  readonly service: string;
  /** The service that commands. */
  readonly caller: string;
  /** The first one signs. */
  readonly secrets: readonly string[];
  /** Milliseconds one command may take; default 5,000. */
  readonly timeoutMs?: number;
}

/** What accompanies one command. */
export interface Sending {
  /** Under equal keys a command has one effect: `<checkoutId>:<step>`. */
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends commands to one service; one a process. Sends each once: whoever resumes a saga repeats it under the same key.
 * Throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE` when it cannot tell what happened.
 */
export interface CommandClient {
  send<Input, Output>(contract: CommandContract<Input, Output>, input: Input, sending: Sending): Promise<Output>;
  /** State of the breaker: `open` while the service is left alone. */
  state(): BreakerState;
  close(): Promise<void>;
}

const breaker = { failurePercent: 50, minimumCalls: 20, windowMs: 10_000, halfOpenAfterMs: 2_000 };
const concurrency = 128;
const largestAnswerBytes = 1024 * 1024;

/** Connects at the first command. */
export const createCommandClient = (options: CommandClientOptions): CommandClient => {
  const { url, service, caller, secrets, timeoutMs = 5_000 } = options;
  const base = new URL(url);
  const prefix = base.pathname.replace(/\/$/, '');
  const pool = new Pool(base.origin, { connections: concurrency, maxResponseSize: largestAnswerBytes });
  const sign = createCommandSigner({ secrets, caller });
  const policy = createPolicy({ name: service, timeoutMs, concurrency, queue: 1_024, breaker });

  const exchange = async (path: string, body: string, { key, signal }: Sending): Promise<unknown> => {
    const response = await pool.request({
      path: prefix + path,
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-timeout-ms': String(timeoutMs),
        [COMMAND_HEADER]: await sign({ path, body, idempotencyKey: key }),
      },
      ...(signal && { signal }),
    });
    const answer = await response.body.json();
    if (response.statusCode === 200) return answer;
    throw new Error(`${service} answered ${path} with HTTP ${response.statusCode}: ${JSON.stringify(answer)}`);
  };

  return {
    send: async (contract, input, { key, signal }) => {
      const body = JSON.stringify(input);
      const answer = await policy.execute(
        (within) => exchange(pathOf(contract), body, { key, signal: within }),
        deadlineSignal(timeoutMs, signal),
      );
      const parsed = contract.output.safeParse(answer);
      if (parsed.success) return parsed.data;
      throw new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service, cause: parsed.error });
    },
    state: () => policy.state(),
    close: () => pool.close(),
  };
};
