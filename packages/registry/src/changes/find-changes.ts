import type { Schemas } from '../composition/schemas.ts';
import type { Change } from './change.ts';
import { diffApi } from './diff.ts';
import { diffFederation } from './federation/diff.ts';
import { originOf } from './federation/fields.ts';
import { readModel, type Models } from './federation/model.ts';
import type { ContractTags } from './federation/tags.ts';

/** What two supergraphs differ by. */
export interface Changes {
  /** For clients. */
  readonly api: readonly Change[];
  /** Between subgraphs, and for those who run them. */
  readonly federation: readonly Change[];
}

const removals = new Set([
  'TYPE_REMOVED',
  'FIELD_REMOVED',
  'FIELD_ARGUMENT_REMOVED',
  'INPUT_FIELD_REMOVED',
  'ENUM_VALUE_REMOVED',
]);

/** With where it was made. What is gone for clients, and still there for subgraphs, was hidden. */
const withOrigin = (change: Change, models: Models): Change => {
  const { kind, coordinate, message } = change;
  const subgraph = coordinate === undefined ? undefined : originOf(models, coordinate);
  if (coordinate === undefined || subgraph === undefined) return change;
  const isHidden = removals.has(kind) && models.after.elements.has(coordinate);
  return { ...change, subgraph, message: isHidden ? `${message}: it is @inaccessible now` : message };
};

/** Compares two supergraphs, and what clients see of them. */
export const findChanges = async (base: Schemas, head: Schemas, contracts: ContractTags): Promise<Changes> => {
  const models = { before: readModel(base.supergraph), after: readModel(head.supergraph) };
  const api = await diffApi(base.api, head.api);
  return { api: api.map((change) => withOrigin(change, models)), federation: diffFederation(models, contracts) };
};
