import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphRequest } from '../apollo-types.ts';
import type { Answer } from './answer.ts';

/** Sends one or several fetches that ask the same of different entities as one request to the subgraph. */
export type Send = (fetches: readonly SubgraphRequest[]) => Promise<Answer>;

interface Waiting {
  readonly fetch: SubgraphRequest;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const representationsOf = ({ request }: SubgraphRequest): readonly unknown[] => {
  const representations: unknown = request.variables?.['representations'];
  return Array.isArray(representations) ? representations : [];
};

/** The planner numbers its operations; all else must be the same for two fetches to be asked together. */
const withoutName = (operation: string): string => operation.replace(/^query\s+\w+/, 'query');

const isEntityFetch = (operation: string): boolean =>
  /^query\b[^{]*\{\s*_entities\(representations:\s*\$representations\)/.test(operation);

/** Fetches with the same key may be merged; null: this one may not. */
const mergeKey = ({ request }: SubgraphRequest): string | null => {
  const { query = '', variables = {} } = request;
  if (!isEntityFetch(query)) return null;
  return JSON.stringify([withoutName(query), { ...variables, representations: null }]);
};

/** The request that asks for the entities of all fetches, in their order. */
export const mergedRequest = (fetches: readonly SubgraphRequest[]): SubgraphRequest['request'] => {
  const request = fetches[0]?.request ?? {};
  if (fetches.length < 2) return request;
  return { ...request, variables: { ...request.variables, representations: fetches.flatMap(representationsOf) } };
};

/** Errors of entities before or behind the range are other fetches'; those of no entity are everybody's. */
const errorsWithin = (errors: Answer['errors'], from: number, to: number): readonly GraphQLFormattedError[] =>
  errors.flatMap((error) => {
    const [root, index, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof index !== 'number') return [error];
    return index >= from && index < to ? [{ ...error, path: [root, index - from, ...rest] }] : [];
  });

const dataWithin = (data: Answer['data'], from: number, to: number): Answer['data'] => {
  const entities = data?.['_entities'];
  return Array.isArray(entities) ? { ...data, _entities: entities.slice(from, to) } : data;
};

/** Gives each fetch its part of the answer. What the subgraph says of the request as a whole goes to the first alone. */
const partsOf = ({ data, errors, extensions }: Answer, fetches: readonly SubgraphRequest[]): readonly Answer[] => {
  let from = 0;
  return fetches.map((fetch, position) => {
    const to = from + representationsOf(fetch).length;
    const part = {
      data: dataWithin(data, from, to),
      errors: errorsWithin(errors, from, to),
      extensions: position === 0 ? extensions : {},
    };
    from = to;
    return part;
  });
};

const deliver = async (waiting: readonly Waiting[], send: Send): Promise<void> => {
  const fetches = waiting.map(({ fetch }) => fetch);
  try {
    const parts = partsOf(await send(fetches), fetches);
    for (const [index, { resolve }] of waiting.entries()) resolve(parts[index] as Answer);
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  }
};

/**
 * The planner makes one fetch for each place of the operation, so twenty customers under twenty aliases would be twenty
 * requests, which no loader of the subgraph can batch. Fetches of one client request that become ready in the same turn
 * of the event loop and ask the same of their entities are sent as one.
 */
export const createMerging = (send: Send): ((fetch: SubgraphRequest) => Promise<Answer>) => {
  const waitingOf = new WeakMap<object, Map<string, Waiting[]>>();
  return (fetch) => {
    const key = mergeKey(fetch);
    if (key === null) return send([fetch]);
    const groups = waitingOf.get(fetch.context) ?? new Map<string, Waiting[]>();
    waitingOf.set(fetch.context, groups);
    return new Promise((resolve, reject) => {
      const group = groups.get(key);
      if (group !== undefined) {
        group.push({ fetch, resolve, reject });
        return;
      }
      const opened = [{ fetch, resolve, reject }];
      groups.set(key, opened);
      setImmediate(() => {
        groups.delete(key);
        void deliver(opened, send);
      });
    });
  };
};
