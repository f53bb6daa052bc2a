import type { ContractTags } from '../changes/federation/tags.ts';
import { findChanges } from '../changes/find-changes.ts';
import { judge, type Judged } from '../changes/judge.ts';
import { createPlaces, type Places } from '../changes/places.ts';
import type { Schemas } from '../composition/schemas.ts';
import type { Finding } from '../finding.ts';
import type { Subgraph } from '../project/project.ts';
import type { RecordedOperations } from '../usage/usage.ts';
import type { Check } from './context.ts';

const findingOf = ({ change, severity, message }: Judged, places: Places): Finding => {
  const { kind, coordinate, subgraph } = change;
  const found = coordinate === undefined ? undefined : places.placeOf(coordinate, subgraph);
  const owner = found?.subgraph ?? subgraph;
  return {
    check: 'changes',
    rule: kind,
    severity,
    message,
    ...(coordinate === undefined ? {} : { coordinate }),
    ...(owner === undefined ? {} : { subgraph: owner }),
    ...(found === undefined ? {} : { place: found.place }),
  };
};

/** What changes are judged with. */
export interface ChangesInput {
  readonly project: { readonly subgraphs: readonly Subgraph[]; readonly contracts: ContractTags };
  readonly base: Schemas;
  readonly head: Schemas;
  /** Undefined: every breaking change is breaking. */
  readonly recording: RecordedOperations | undefined;
}

/** Every difference, judged. */
export const judgeChanges = async ({ project, base, head, recording }: ChangesInput): Promise<readonly Finding[]> => {
  const { api, federation } = await findChanges(base, head, project.contracts);
  const judged = judge({ before: base.api, after: head.api, changes: [...api, ...federation] }, recording);
  if (judged.length === 0) return [];
  const places = createPlaces(project.subgraphs);
  return judged.map((each) => findingOf(each, places));
};

/** What is different for clients and between subgraphs. */
export const changes: Check = {
  name: 'changes',
  run: ({ project, base, head, usage }) =>
    base === undefined ? [] : judgeChanges({ project, base, head, recording: usage }),
};
