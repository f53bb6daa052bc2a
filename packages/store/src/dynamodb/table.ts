import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { chunksOf } from '../batches.ts';
import { preconditionOf, type Change } from '../increment.ts';
import type { Operate, Operation } from '../operation.ts';
import type { Key, Page, Query, Stored, Table } from '../port.ts';
import { tooLarge } from '../prepare.ts';
import { pageOf, prepareQuery } from '../query.ts';
import { isStorable, keyAttributes, keyOf, keyText, withoutOwn, type AnySpec, type Attributes } from '../spec.ts';
import { GET_BATCH, getBatch } from './batch.ts';
import { isConditionFailed, isItemTooLarge } from './failures.ts';
import { incrementUpdate } from './increment.ts';
import { toStored } from './items.ts';
import { readQuery } from './query.ts';

/** A table on DynamoDB. */
export class DynamoDbTable<Item extends object> implements Table<Item> {
  readonly #target: { readonly client: DynamoDBDocumentClient; readonly table: string; readonly spec: AnySpec };
  readonly #operate: Operate;

  constructor(target: { client: DynamoDBDocumentClient; table: string; spec: AnySpec }, operate: Operate) {
    this.#target = target;
    this.#operate = operate;
  }

  async get(key: Key): Promise<Stored<Item> | null> {
    const { client, table, spec } = this.#target;
    if (!isStorable(spec, key)) return null;
    const command = new GetCommand({ TableName: table, Key: keyAttributes(spec, key), ConsistentRead: true });
    const answer = await this.#operate(({ call }) =>
      call('read', (abortSignal) => client.send(command, { abortSignal })),
    );
    return answer.Item === undefined ? null : (withoutOwn(answer.Item) as Stored<Item>);
  }

  async getMany(keys: readonly Key[]): Promise<ReadonlyArray<Stored<Item> | null>> {
    const { spec } = this.#target;
    const distinct = new Map(keys.filter((key) => isStorable(spec, key)).map((key) => [keyText(key), key]));
    const wanted = [...distinct.values()].map((key) => keyAttributes(spec, key));
    const found = await this.#operate((operation) =>
      Promise.all(chunksOf(wanted, GET_BATCH).map((chunk) => getBatch(this.#target, operation, chunk))),
    );
    const items = new Map(found.flat().map((stored) => [keyText(keyOf(spec, stored)), withoutOwn(stored)]));
    return keys.map((key) => (items.get(keyText(key)) as Stored<Item> | undefined) ?? null);
  }

  async query(query: Query): Promise<Page<Item>> {
    const prepared = prepareQuery(this.#target.spec, query);
    if (prepared === null) return { entries: [], hasMore: false };
    const found = await this.#operate((operation) => readQuery(this.#target, operation, prepared));
    return pageOf(this.#target.spec, prepared, found.map(withoutOwn));
  }

  create(item: Item): Promise<boolean> {
    return this.#put(toStored(this.#target.spec, item, 1), {
      ConditionExpression: 'attribute_not_exists(#key)',
      ExpressionAttributeNames: { '#key': this.#target.spec.key.partition },
    });
  }

  replace(item: Item, version: number): Promise<boolean> {
    return this.#put(toStored(this.#target.spec, item, version + 1), versionIs(version));
  }

  remove(key: Key, version: number): Promise<boolean> {
    const { client, table, spec } = this.#target;
    if (!isStorable(spec, key)) return Promise.resolve(false);
    const command = new DeleteCommand({ TableName: table, Key: keyAttributes(spec, key), ...versionIs(version) });
    return this.#conditional((abortSignal) => client.send(command, { abortSignal })).then(({ held }) => held);
  }

  async increment(key: Key, attribute: keyof Item & string, change: Change): Promise<number | null> {
    const { client, table, spec } = this.#target;
    const precondition = preconditionOf(spec, key, change);
    const command = new UpdateCommand({
      TableName: table,
      Key: keyAttributes(spec, key),
      ReturnValues: 'UPDATED_NEW',
      ...incrementUpdate(attribute, change.by, precondition),
    });
    const { answer } = await this.#conditional((abortSignal) => client.send(command, { abortSignal }));
    return answer === undefined ? null : (answer.Attributes?.[attribute] as number);
  }

  async #put(item: Attributes, condition: Condition): Promise<boolean> {
    const { client, table, spec } = this.#target;
    const command = new PutCommand({ TableName: table, Item: item, ...condition });
    const { held } = await this.#conditional((abortSignal) =>
      client.send(command, { abortSignal }).catch((error: unknown) => {
        throw isItemTooLarge(error) ? tooLarge(spec, error) : error;
      }),
    );
    return held;
  }

  #conditional<Answer>(send: Parameters<typeof conditionalCall<Answer>>[1]): Promise<Outcome<Answer>> {
    return this.#operate((operation) => conditionalCall(operation, send));
  }
}

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** What became of a conditional write; `answer` is there when the condition held. */
interface Outcome<Answer> {
  readonly held: boolean;
  readonly answer?: Answer;
}

const versionIs = (version: number): Condition => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

const conditionalCall = async <Answer>(
  operation: Operation,
  send: (abortSignal: AbortSignal) => Promise<Answer>,
): Promise<Outcome<Answer>> => {
  try {
    return { held: true, answer: await operation.call('write', send) };
  } catch (error) {
    if (isConditionFailed(error)) return { held: false };
    throw error;
  }
};
