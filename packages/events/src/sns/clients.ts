import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { AppError } from '@qsr/errors';
import { deadlineSignal } from '@qsr/resilience';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { BusLocation } from './location.ts';

/** Sends one call; it is the caller's loop that repeats. */
type Send = <T>(call: (signal: AbortSignal) => Promise<T>, limits?: CallLimits) => Promise<T>;

/** How long a call may take: `extraMs` more than others (a long poll), and until a signal aborts. */
interface CallLimits {
  readonly extraMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The two clients of one bus. Every call has a deadline. */
export interface Clients {
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly send: Send;
  close(): void;
}

const toAppError = (error: unknown, signal: AbortSignal): AppError => {
  const late = signal.aborted || (error instanceof Error && error.name === 'TimeoutError');
  return new AppError(late ? 'DOWNSTREAM_TIMEOUT' : 'DOWNSTREAM_UNAVAILABLE', undefined, {
    service: 'bus',
    cause: error,
  });
};

const configurationOf = ({ region, endpoint }: BusLocation) => {
  const agent = { keepAlive: true, maxSockets: 128 };
  return {
    region,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      connectionTimeout: 2_000,
      // Waiting for a socket ends with the call's deadline; the SDK would only print a warning.
      socketAcquisitionWarningTimeout: 60_000,
    }),
    ...(endpoint !== undefined && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  };
};

/** True when topic or queue is gone: somebody removed it, or an emulator began anew. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && /^(NotFound|QueueDoesNotExist|.*NonExistentQueue)/.test(error.name);

/** Opens no connection yet. `timeoutMs` limits each call; `onMissing` is told when topic or queue is gone. */
export const createClients = (
  location: BusLocation,
  { timeoutMs, onMissing }: { readonly timeoutMs: number; readonly onMissing: () => void },
): Clients => {
  const sns = new SNSClient(configurationOf(location));
  // An emulator names its queues by an address that need not be the one it is reached at.
  const useQueueUrlAsEndpoint = location.endpoint === undefined;
  const sqs = new SQSClient({ ...configurationOf(location), useQueueUrlAsEndpoint });
  return {
    sns,
    sqs,
    send: async (call, { extraMs = 0, signal: parent } = {}) => {
      const signal = deadlineSignal(timeoutMs + extraMs, parent);
      try {
        return await call(signal);
      } catch (error) {
        if (isMissing(error)) onMissing();
        throw toAppError(error, signal);
      }
    },
    close: () => {
      sns.destroy();
      sqs.destroy();
    },
  };
};
