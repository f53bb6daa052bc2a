import type { GraphQLSchema } from 'graphql';
import type { Change } from '../changes/change.ts';
import { diffApi } from '../changes/diff.ts';
import { judge, type Judged } from '../changes/judge.ts';
import type { Schemas } from '../composition/schemas.ts';
import type { RecordedOperations } from '../usage/usage.ts';
import type { LeftOut } from './filter.ts';

/** What changes of the whole API are, told by what they do and not by their wording. */
export type ChangeKeys = ReadonlySet<string>;

const keyOf = ({ kind, level, coordinate, message }: Change): string => `${kind} ${level} ${coordinate ?? message}`;

/** Judges what two schemas differ by. Undefined recording: every breaking change is breaking. */
const judgeApi = async (
  [before, after]: readonly [GraphQLSchema, GraphQLSchema],
  recording: RecordedOperations | undefined,
  word: (change: Change) => Change,
): Promise<readonly Judged[]> => judge({ before, after, changes: (await diffApi(before, after)).map(word) }, recording);

/** What `changes` reports of the whole API already. */
export const changesOfApi = async (
  base: Schemas,
  head: Schemas,
  recording: RecordedOperations | undefined,
): Promise<ChangeKeys> => {
  const judged = await judgeApi([base.api, head.api], recording, (change) => change);
  return new Set(judged.map(({ change }) => keyOf(change)));
};

/** A contract as it was or is. */
export interface ContractSide {
  readonly api: GraphQLSchema;
  readonly leftOut: LeftOut;
}

/** What changed for the users of a contract. */
export interface ContractChanges {
  /** Of the contract alone: by tags, or by what it excludes. */
  readonly own: readonly Judged[];
  /** Of the whole API, and of the contract with it. */
  readonly shared: readonly Judged[];
}

/** What came into the contract because it is no longer left out by a tag. That nothing led to it before is no matter. */
const isExposed = ({ kind, coordinate }: Change, before: LeftOut): boolean =>
  kind.endsWith('_ADDED') && coordinate !== undefined && before.get(coordinate)?.isByTag === true;

/** What the clients of a contract did; clients are recorded as `name` or `name version`. None named: all of them. */
export const recordingOf = (
  recording: RecordedOperations | undefined,
  names: readonly string[],
): RecordedOperations | undefined => {
  if (recording === undefined || names.length === 0) return recording;
  const isNamed = (client: string): boolean => names.some((name) => client === name || client.startsWith(`${name} `));
  return { ...recording, operations: recording.operations.filter(({ clients }) => clients.some(isNamed)) };
};

/** Compares a contract with its own base; what the whole API has as well is told apart. */
export const compareContract = async (
  { before, after, ofApi }: { readonly before: ContractSide; readonly after: ContractSide; readonly ofApi: ChangeKeys },
  recording: RecordedOperations | undefined,
): Promise<ContractChanges> => {
  const word = (change: Change): Change => {
    const reason = change.coordinate === undefined ? undefined : after.leftOut.get(change.coordinate)?.text;
    return reason === undefined ? change : { ...change, message: `${change.message}: ${reason}` };
  };
  const judged = await judgeApi([before.api, after.api], recording, word);
  const isShared = ({ change }: Judged): boolean => ofApi.has(keyOf(change));
  const own = judged
    .filter((each) => !isShared(each))
    .map(({ change, severity, message }): Judged =>
      isExposed(change, before.leftOut)
        ? { change, severity: 'warning', message: `${message}: a tag kept it out until now. See that this is meant.` }
        : { change, severity, message },
    );
  return { own, shared: judged.filter(isShared) };
};
