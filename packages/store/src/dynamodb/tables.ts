import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { KeySpec } from '../port.ts';
import type { Operation } from '../operation.ts';
import { attributesOf, EXPIRY, keyAttributesOf, type AnySpec } from '../spec.ts';
import { isAlreadyDone, isNotFound, isUnknownCommand } from './failures.ts';

/** How long to wait between two looks at a table that is being made, in ms. */
const LOOK_EVERY_MS = 200;

interface Target {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly spec: AnySpec;
}

const keySchema = (key: KeySpec<never>): KeySchemaElement[] =>
  attributesOf(key).map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? 'HASH' : 'RANGE' }));

const indexesOf = (spec: AnySpec) =>
  Object.entries<KeySpec<never>>(spec.indexes ?? {}).map(([IndexName, key]) => ({
    IndexName,
    KeySchema: keySchema(key),
    Projection: { ProjectionType: 'ALL' as const },
  }));

const attributeDefinitions = (spec: AnySpec) =>
  keyAttributesOf(spec).map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }));

const ignoring = async (harmless: (error: unknown) => boolean, work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!harmless(error)) throw error;
  }
};

const createTable = ({ client, table, spec }: Target, { call }: Operation): Promise<void> => {
  const indexes = indexesOf(spec);
  const command = new CreateTableCommand({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(spec.key),
    AttributeDefinitions: attributeDefinitions(spec),
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
  });
  return ignoring(
    isAlreadyDone,
    call('write', (abortSignal) => client.send(command, { abortSignal })),
  );
};

const isActive = (description: TableDescription): boolean =>
  description.TableStatus === 'ACTIVE' &&
  (description.GlobalSecondaryIndexes ?? []).every(({ IndexStatus }) => IndexStatus === 'ACTIVE');

const describe = async ({ client, table }: Target, { call }: Operation): Promise<TableDescription | undefined> => {
  const command = new DescribeTableCommand({ TableName: table });
  try {
    const { Table } = await call('read', (abortSignal) => client.send(command, { abortSignal }));
    return Table;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

/** Waits as long as the operation may take; filling a new index can be minutes. */
const whenActive = async (target: Target, operation: Operation): Promise<TableDescription> => {
  for (;;) {
    const description = await describe(target, operation);
    if (description !== undefined && isActive(description)) return description;
    await operation.pause(0, LOOK_EVERY_MS);
  }
};

const addIndex = (
  { client, table, spec }: Target,
  { call }: Operation,
  index: ReturnType<typeof indexesOf>[number],
): Promise<void> => {
  const command = new UpdateTableCommand({
    TableName: table,
    AttributeDefinitions: attributeDefinitions(spec),
    GlobalSecondaryIndexUpdates: [{ Create: index }],
  });
  return ignoring(
    isAlreadyDone,
    call('write', (abortSignal) => client.send(command, { abortSignal })),
  );
};

const enableExpiry = async ({ client, table }: Target, { call }: Operation): Promise<void> => {
  const look = new DescribeTimeToLiveCommand({ TableName: table });
  const { TimeToLiveDescription: now } = await call('read', (abortSignal) => client.send(look, { abortSignal }));
  if (now?.TimeToLiveStatus === 'ENABLED' || now?.TimeToLiveStatus === 'ENABLING') return;
  const update = new UpdateTimeToLiveCommand({
    TableName: table,
    TimeToLiveSpecification: { AttributeName: EXPIRY, Enabled: true },
  });
  await ignoring(
    (error) => isAlreadyDone(error) || isUnknownCommand(error),
    call('write', (abortSignal) => client.send(update, { abortSignal })),
  );
};

/**
 * Creates a table on demand capacity, adds the indexes it lacks (DynamoDB takes one at a time and fills it from the
 * items there are) and switches on its time to live. Resolves when all of it can be used.
 */
export const ensureTable = async (target: Target, operation: Operation): Promise<void> => {
  if ((await describe(target, operation)) === undefined) await createTable(target, operation);
  let description = await whenActive(target, operation);
  for (const index of indexesOf(target.spec)) {
    if (description.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === index.IndexName) === true) continue;
    await addIndex(target, operation, index);
    description = await whenActive(target, operation);
  }
  if (target.spec.expiresAt !== undefined) await enableExpiry(target, operation);
};
