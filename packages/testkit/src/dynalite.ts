import dynalite from 'dynalite';

/** A DynamoDB of this process, empty, gone when disposed. */
export interface TestStore extends AsyncDisposable {
  /** For `openStore`. */
  readonly url: string;
}

/** Starts dynalite in memory on a free port. */
export const startTestStore = async (): Promise<TestStore> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite listens on no port');
  return {
    url: `dynamodb+http://127.0.0.1:${address.port}/test`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
};
