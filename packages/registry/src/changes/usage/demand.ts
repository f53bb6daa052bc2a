import type { GraphQLSchema } from 'graphql';
import type { RecordedOperation, RecordedOperations, Uses } from '../../usage/usage.ts';
import type { Fact } from './fact.ts';
import { readFacts } from './read-facts.ts';

/** Who was recorded doing what. */
export interface Demand {
  /** The operations of which one of the facts is true; all of them without facts. */
  operationsOf(facts: readonly Fact[] | undefined): readonly RecordedOperation[];
}

/** Reads each operation once, under the schema that it was sent to. */
export const readDemand = (schema: GraphQLSchema, { operations }: RecordedOperations): Demand => {
  const byFact = new Map<Fact, RecordedOperation[]>();
  for (const operation of operations) {
    for (const fact of readFacts(schema, operation)) {
      const known = byFact.get(fact);
      if (known === undefined) byFact.set(fact, [operation]);
      else known.push(operation);
    }
  }
  return {
    operationsOf: (facts) =>
      facts === undefined ? operations : [...new Set(facts.flatMap((fact) => byFact.get(fact) ?? []))],
  };
};

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** Adds them up. Undefined for none. */
export const sumUses = (operations: readonly RecordedOperation[]): Uses | undefined =>
  operations.length === 0
    ? undefined
    : {
        count: operations.reduce((sum, { count }) => sum + count, 0),
        lastSeen: operations.reduce((last, { lastSeen }) => (lastSeen > last ? lastSeen : last), ''),
        clients: sorted(operations.flatMap(({ clients }) => clients)),
        operations: sorted(operations.map(({ name }) => (name === '' ? '(anonymous)' : name))),
      };
