import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { AppError } from '@qsr/errors';
import { MAXIMUM_ATTEMPTS, type Operation } from '../operation.ts';
import type { Attributes } from '../spec.ts';

/** DynamoDB's limits for one call. */
export const GET_BATCH = 100;
export const WRITE_BATCH = 25;

interface Target {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/**
 * Repeats a batch with what it left undone until nothing is left. A round that got something done starts the backoff
 * anew: an answer is also cut at 16 MB, which is no sign of overload.
 */
const untilDone = async <T>(
  operation: Operation,
  all: readonly T[],
  round: (rest: readonly T[]) => Promise<readonly T[]>,
): Promise<void> => {
  let fruitless = 0;
  for (let rest = all; ;) {
    const left = await round(rest);
    if (left.length === 0) return;
    fruitless = left.length < rest.length ? 0 : fruitless + 1;
    if (fruitless >= MAXIMUM_ATTEMPTS) {
      throw new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service: 'store', cause: 'unprocessed keys' });
    }
    await operation.pause(fruitless);
    rest = left;
  }
};

/** Reads up to 100 distinct keys, strongly consistent. The items come in any order. */
export const getBatch = async (
  { client, table }: Target,
  operation: Operation,
  keys: readonly Attributes[],
): Promise<Attributes[]> => {
  const found: Attributes[] = [];
  await untilDone(operation, keys, async (rest) => {
    const command = new BatchGetCommand({ RequestItems: { [table]: { Keys: [...rest], ConsistentRead: true } } });
    const answer = await operation.call('read', (abortSignal) => client.send(command, { abortSignal }));
    found.push(...(answer.Responses?.[table] ?? []));
    return answer.UnprocessedKeys?.[table]?.Keys ?? [];
  });
  return found;
};

/** Puts up to 25 items with distinct keys, whatever is there. */
export const putBatch = ({ client, table }: Target, operation: Operation, items: readonly Attributes[]) =>
  untilDone(operation, items, async (rest) => {
    const puts = rest.map((Item) => ({ PutRequest: { Item } }));
    const command = new BatchWriteCommand({ RequestItems: { [table]: puts } });
    const answer = await operation.call('write', (abortSignal) => client.send(command, { abortSignal }));
    return (answer.UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }): Attributes[] =>
      PutRequest?.Item === undefined ? [] : [PutRequest.Item],
    );
  });
