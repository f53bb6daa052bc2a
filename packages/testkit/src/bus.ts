import { buildApp } from 'fauxqs';

/** SNS and SQS of this process, empty, gone when disposed. */
export interface TestBus extends AsyncDisposable {
  /** For `openBus` of `@qsr/events`. */
  readonly url: string;
}

/** Starts fauxqs in memory on `port`, a free one by default. */
export const startTestBus = async (port = 0): Promise<TestBus> => {
  const app = buildApp({ logger: false });
  const address = await app.listen({ port, host: '127.0.0.1' });
  return {
    url: `${address.replace('http:', 'sns+http:')}/test`,
    [Symbol.asyncDispose]: () => app.close(),
  };
};
