import type { ContractTags } from '../changes/federation/tags.ts';
import { findChanges } from '../changes/find-changes.ts';
import { judge, type Judged } from '../changes/judge.ts';
import { createPlaces, type Places } from '../changes/places.ts';
import { causesOf, sourceChanges, type Subgraphs } from '../changes/sources/causes.ts';
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
  /** Of the base, as far as their schemas are known. */
  readonly subgraphs?: readonly Subgraph[];
  readonly head: Schemas;
  /** Undefined: every breaking change is breaking. */
  readonly recording: RecordedOperations | undefined;
}

/** Every difference, judged. */
export const judgeChanges = async ({
  project,
  base,
  subgraphs = [],
  head,
  recording,
}: ChangesInput): Promise<readonly Finding[]> => {
  const { api, federation } = await findChanges(base, head, project.contracts);
  const written = sourceChanges({ before: subgraphs, after: project.subgraphs });
  const judged = judge({ before: base.api, after: head.api, changes: [...api, ...federation, ...written] }, recording);
  if (judged.length === 0) return [];
  const places = createPlaces(project.subgraphs);
  return judged.map((each) => findingOf(each, places));
};

/** What is different for clients and between subgraphs. */
export const changes: Check = {
  name: 'changes',
  run: ({ project, base, subgraphs, head, usage }) =>
    base === undefined ? [] : judgeChanges({ project, base, subgraphs, head, recording: usage }),
};

/** Of schemas that do not compose: what was done to them that may be why. The reason itself is what composers say. */
export const judgeCauses = (subgraphs: Subgraphs): readonly Finding[] => {
  const changed = causesOf(subgraphs);
  if (changed.length === 0) return [];
  const places = createPlaces(subgraphs.after);
  return changed.map((change): Finding => {
    const message = `This may be why: ${change.message}`;
    return { ...findingOf({ change, severity: 'note', message }, places), check: 'compose' };
  });
};
