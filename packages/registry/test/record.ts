import { createUsageRecorder, Recording, type UsageBatch } from '@qsr/usage';
import { Kind, parse, type GraphQLSchema } from 'graphql';
import { createUsage } from '../src/usage/recorded.ts';
import type { RecordedOperations } from '../src/usage/usage.ts';

const DAY = Date.UTC(2026, 10, 20);

/** Operations, and the variables that they were sent with. */
export interface Sent {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a gateway records of them: without literals, and of variables only the names. */
export const recordOf = async (
  schema: GraphQLSchema,
  { query, variables = {} }: Sent,
): Promise<RecordedOperations | undefined> => {
  const batches: UsageBatch[] = [];
  const sink = {
    write: (batch: UsageBatch) => Promise.resolve(void batches.push(batch)),
    retry: () => Promise.resolve(),
  };
  const onProblem = (problem: unknown): void => {
    throw problem;
  };
  const recorder = createUsageRecorder({ sink, flushEveryMs: 60_000, onProblem });
  const document = parse(query);
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    recorder.count({ schema, document, operation }, { headers: {}, variables, at: DAY, failed: false });
  }
  await recorder.close();
  const recording = new Recording();
  for (const { operations, counts } of batches) {
    for (const line of operations) recording.describe(line);
    for (const line of counts) recording.count(line);
  }
  return createUsage(recording, { since: '2026-09-01', minimumCount: 1, minimumPercent: 0, excludeClients: [] });
};

/** The same of operations whose texts are too long to be kept. */
export const withoutTexts = (recording: RecordedOperations): RecordedOperations => ({
  ...recording,
  operations: recording.operations.map(({ coordinates = [], inputs = [], ...operation }) => ({
    ...operation,
    document: undefined,
    coordinates: [...coordinates, ...inputs],
    inputs,
  })),
});
