import { specifiedRules, validate, type GraphQLSchema } from 'graphql';
import type { Severity } from '../finding.ts';
import { listOf } from '../list-of.ts';
import type { RecordedOperation, RecordedOperations, Uses } from '../usage/usage.ts';
import type { Change } from './change.ts';
import { readDemand, sumUses } from './usage/demand.ts';

/** What a change means for those who use the API. */
export interface Judged {
  readonly change: Change;
  readonly severity: Severity;
  readonly message: string;
}

/** Sentences of libraries come without a full stop. */
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const used = ({ count, lastSeen, clients, operations }: Uses): string =>
  `Hit: ${count} ${count === 1 ? 'request' : 'requests'}, the last on ${lastSeen}, by ${listOf(clients)} (${listOf(operations)}).`;

const unused = ({ since }: RecordedOperations): string =>
  since === undefined
    ? 'Nobody is hit: nothing was recorded.'
    : `Nobody is hit: no request that needs it was recorded since ${since}.`;

const judgeBreaking = (change: Change, recording: RecordedOperations, hit: readonly RecordedOperation[]): Judged => {
  const uses = sumUses(hit);
  const about = sentence(change.message);
  return uses === undefined
    ? { change, severity: 'note', message: `${about} ${unused(recording)}` }
    : { change, severity: 'error', message: `${about} ${used(uses)}` };
};

const judgeBlindly = (change: Change): Judged => {
  const { level, message } = change;
  if (level !== 'breaking') return { change, severity: level === 'dangerous' ? 'warning' : 'note', message };
  return { change, severity: 'error', message: `${sentence(message)} Without recorded usage it counts as used.` };
};

// A recording keeps no aliases, and fields that had some may seem to conflict. Such an operation is judged without the rule.
const withoutConflicts = specifiedRules.filter(({ name }) => name !== 'OverlappingFieldsCanBeMergedRule');

/** What is wrong with an operation that was valid before. */
const newFault = ({ before, after }: ApiChanges, { document }: RecordedOperation): string | undefined => {
  if (document === undefined) return undefined;
  for (const rules of [specifiedRules, withoutConflicts]) {
    const [fault] = validate(after, document, rules);
    if (fault === undefined) return undefined;
    if (validate(before, document, rules).length === 0) return fault.message;
  }
  return undefined;
};

/** What two schemas differ by, for clients. */
export interface ApiChanges {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
  readonly changes: readonly Change[];
}

/** An operation that was valid and is not, though no change of its own was found to hit it. */
const judgeOperation = (operation: RecordedOperation, fault: string): Judged => {
  const uses = sumUses([operation]);
  const name = operation.name === '' ? 'without a name' : operation.name;
  const message = `Operation ${name} is no longer valid: ${sentence(fault)}${uses === undefined ? '' : ` ${used(uses)}`}`;
  const change: Change = { kind: 'RECORDED_OPERATION_INVALID', level: 'breaking', message, coordinate: undefined };
  return { change, severity: 'error', message };
};

/**
 * Judges by what was recorded: a breaking change fails when somebody is hit, and is noted when nobody is. Without a
 * recording every breaking change fails.
 */
export const judge = (found: ApiChanges, recording: RecordedOperations | undefined): readonly Judged[] => {
  const { before, changes } = found;
  if (recording === undefined) return changes.map(judgeBlindly);
  if (changes.length === 0) return [];
  const demand = readDemand(before, recording);
  const hit = new Set<RecordedOperation>();
  const judged = changes.map((change) => {
    if (change.level !== 'breaking') return judgeBlindly(change);
    const operations = demand.operationsOf(change.hits);
    for (const operation of operations) hit.add(operation);
    return judgeBreaking(change, recording, operations);
  });
  const broken = recording.operations.flatMap((operation) => {
    const fault = hit.has(operation) ? undefined : newFault(found, operation);
    return fault === undefined ? [] : [judgeOperation(operation, fault)];
  });
  return [...judged, ...broken];
};
