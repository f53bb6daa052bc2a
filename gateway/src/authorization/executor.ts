import { createHash } from 'node:crypto';
import type { Viewer } from '@qsr/identity';
import {
  getOperationAST,
  getVariableValues,
  Kind,
  print,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Executor, ExecutorRequest, ExecutorResult } from '../apollo-types.ts';
import { readable } from '../engine/raw-data.ts';
import type { RequirementTable } from '../supergraph/requirements.ts';
import { filterDocument, type Filtered } from './filter.ts';
import { createFieldGuard, createFingerprint } from './policy.ts';
import { restoreAnswer } from './restore.ts';

/** One filtered document, ready to be planned under a hash of its own. */
interface Decision extends Filtered {
  /** What `removed` points into. The server may parse the same text again, so this is not always the request's document. */
  readonly original: DocumentNode;
  readonly queryHash: string;
}

/** Operations of which decisions are kept, and how many of each; a decision is about as large as its operation. */
const DECIDED_OPERATIONS = 1_000;
const DECISIONS = 16;

/** Plans are cached by hash alone, so the hash must say which fields are left. */
const hashOf = (document: DocumentNode): string =>
  createHash('sha256').update('authorized:').update(print(document)).digest('hex');

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

const createDecide = (table: RequirementTable) => {
  const fingerprintOf = createFingerprint(table);
  // By hash and then by fingerprint: a key made of both would have to be hashed for every request.
  const byOperation = new LRUCache<string, Map<string, Decision>>({ max: DECIDED_OPERATIONS });
  return ({ schema, document, queryHash }: ExecutorRequest, viewer: Viewer): Decision => {
    const fingerprint = fingerprintOf(viewer);
    const decisions = byOperation.get(queryHash) ?? new Map<string, Decision>();
    const known = decisions.get(fingerprint);
    if (known !== undefined) return known;
    const filtered = filterDocument(schema, document, createFieldGuard(schema, table, viewer));
    const decision = { ...filtered, original: document, queryHash: hashOf(filtered.document) };
    if (decisions.size >= DECISIONS) decisions.clear();
    decisions.set(fingerprint, decision);
    byOperation.set(queryHash, decisions);
    return decision;
  };
};

/**
 * Wraps an executor so that it plans and runs only what the viewer may select. What was taken out comes back as null
 * with an error; everything else is answered as if it had been asked alone.
 */
export const createAuthorizedExecutor = (
  execute: Executor,
  { table, viewerOf }: { table: RequirementTable; viewerOf: (request: ExecutorRequest) => Viewer },
): Executor => {
  const decide = createDecide(table);

  const executeFiltered = async (request: ExecutorRequest, decision: Decision): Promise<ExecutorResult> => {
    const { original, document, queryHash, removed } = decision;
    const operation = getOperationAST(original, request.request.operationName);
    if (!operation) return execute(request);
    const { schema } = request;
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.request.variables ?? {});
    if (variables.errors) return { errors: variables.errors };
    const result = await execute({ ...request, document, queryHash });
    const data = readable(result.data) as Record<string, unknown> | null | undefined;
    if (!data) return result;
    const restored = restoreAnswer(
      { schema, operation, fragments: fragmentsOf(original), variables: variables.coerced, removed },
      data,
    );
    return { ...result, data: restored.data, errors: [...(result.errors ?? []), ...restored.errors] };
  };

  return (request) => {
    try {
      const decision = decide(request, viewerOf(request));
      return decision.removed.size === 0 ? execute(request) : executeFiltered(request, decision);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
};
