import { buildApp } from 'fauxqs';

type Options = NonNullable<Parameters<typeof buildApp>[0]>;
type Stores = NonNullable<Options['stores']>;

interface Persistence {
  readonly db: { exec(sql: string): void };
  load(...stores: readonly [Stores['sqsStore'], Stores['snsStore'], Stores['s3Store']]): void;
  close(): void;
  updateMessageReady(messageId: string): void;
}

interface Internals {
  readonly SqsStore: new () => Stores['sqsStore'];
  readonly SnsStore: new () => Stores['snsStore'];
  readonly S3Store: new () => Stores['s3Store'];
  readonly PersistenceManager: new (folder: string) => Persistence;
}

/** Parts of the package that it does not export; its version is pinned. */
const internals = async (): Promise<Internals> => {
  const files = ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'persistence.js'];
  const folder = import.meta.resolve('fauxqs');
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<object>));
  return Object.assign({}, ...modules) as Internals;
};

/**
 * SNS and SQS with their state on disk. The package's own start would listen to the whole network, and, when a message
 * is given back at once, write NULL where its table takes none: the message would be gone until the next start.
 */
export const openBusEmulator = async (folder: string): Promise<ReturnType<typeof buildApp>> => {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await internals();
  const stores: Stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const persistence = new PersistenceManager(folder);
  // Survives the end of this process at any point, and does not wait for the disk with every message.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  // Its lease on disk runs out by itself.
  persistence.updateMessageReady = () => undefined;
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  // Only now, for making a queue known writes it anew, and its messages on disk would go with the old one.
  for (const store of Object.values(stores)) Object.assign(store, { persistence });
  for (const queue of stores.sqsStore.allQueues()) Object.assign(queue, { persistence });
  const app = buildApp({ logger: false, stores });
  app.addHook('preClose', () => persistence.close());
  return app;
};
