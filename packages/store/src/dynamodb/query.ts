import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Operation } from '../operation.ts';
import type { PreparedQuery } from '../query.ts';
import { keyAttributes, type AnySpec, type Attributes } from '../spec.ts';

const sortCondition = ({ from, to }: PreparedQuery): string => {
  if (from !== undefined && to !== undefined) return ' AND #sort BETWEEN :from AND :to';
  if (from !== undefined) return ' AND #sort >= :from';
  return to === undefined ? '' : ' AND #sort <= :to';
};

const startKey = (spec: AnySpec, { key, partition, after }: PreparedQuery): Attributes | undefined =>
  after && {
    [key.partition]: partition,
    ...keyAttributes(spec, after.key),
    ...(key.sort === undefined || after.indexSort === undefined ? {} : { [key.sort]: after.indexSort }),
  };

const queryInput = (query: PreparedQuery): Omit<QueryCommandInput, 'TableName'> => {
  const { index, key, partition, from, to, descending } = query;
  const bounded = key.sort !== undefined && (from !== undefined || to !== undefined);
  return {
    IndexName: index,
    // An index cannot be read strongly consistent.
    ConsistentRead: index === undefined,
    ScanIndexForward: !descending,
    KeyConditionExpression: `#partition = :partition${sortCondition(query)}`,
    ExpressionAttributeNames: { '#partition': key.partition, ...(bounded ? { '#sort': key.sort } : {}) },
    ExpressionAttributeValues: {
      ':partition': partition,
      ...(from === undefined ? {} : { ':from': from }),
      ...(to === undefined ? {} : { ':to': to }),
    },
  };
};

/** Reads one item more than the query's limit, if there are so many; DynamoDB cuts its answers at 1 MB. */
export const readQuery = async (
  target: { readonly client: DynamoDBDocumentClient; readonly table: string; readonly spec: AnySpec },
  operation: Operation,
  query: PreparedQuery,
): Promise<Attributes[]> => {
  const input = queryInput(query);
  const wanted = query.limit + 1;
  const found: Attributes[] = [];
  let start = startKey(target.spec, query);
  do {
    const command = new QueryCommand({
      ...input,
      TableName: target.table,
      Limit: wanted - found.length,
      ExclusiveStartKey: start,
    });
    const answer = await operation.call('read', (abortSignal) => target.client.send(command, { abortSignal }));
    found.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && found.length < wanted);
  return found;
};
