import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { copyOf, isObject, type JsonObject } from '../json.ts';
import type { EntityFetch, EntityGroup } from '../plan.ts';
import type { Run, Step } from '../run.ts';
import type { SubgraphAnswer } from '../send.ts';
import type { TypeIndex } from '../types.ts';
import { compileBody } from './body.ts';
import { planned, subgraphError } from './errors.ts';
import { compileMerge, type Merge } from './merge.ts';
import { placesOf, type Place } from './places.ts';
import { compileRepresenting } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Sharing } from './sharing.ts';
import { compileWalk, type Visit, type Walk } from './walk.ts';
import { Wanted, type Entity } from './wanted.ts';
import { fieldsOf, placeOf, type Written } from './writes.ts';

/** What is known of the supergraph and of the plan as a whole. */
export interface Facts {
  readonly types: TypeIndex;
  readonly sharing: Sharing;
}

/** A path of a group, and the name of where it ends. `isShareable`: one object may stand at several places there. */
interface GroupPath {
  readonly walk: Walk;
  readonly isShareable: boolean;
  readonly place: string;
}

/** The entities of one group in one request. */
interface Batch {
  readonly group: EntityGroup;
  readonly entities: readonly Entity[];
  /** Their representations, as JSON without the brackets. */
  readonly list: string;
  readonly merge: (answers: readonly unknown[]) => void;
}

/** Finds the entities that are to be asked for. One that is found again at a path takes the place of its twin. */
const collect = ({ data, shared }: Run, wanted: Wanted, paths: readonly GroupPath[]): void => {
  for (let index = 0; index < paths.length; index += 1) {
    const { walk, isShareable, place } = paths[index] as GroupPath;
    let told: unknown;
    const visit: Visit = (object, container, key) => {
      const twin = wanted.add(object, index, isShareable);
      if (twin === undefined) return;
      container[key] = twin;
      if (twin['__typename'] === told) return;
      told = twin['__typename'];
      shared.addType(String(told), place);
    };
    walk(data, visit, shared);
  }
};

/** The parts of an answer stand at all places of its entity at one path; another path has a copy, for its fetches may differ. */
const compilePlacing =
  (paths: readonly GroupPath[], { lay, hasParts }: Merge) =>
  (answer: JsonObject, { targets }: Entity, run: Run): void => {
    const isCompound = hasParts(answer);
    let own: JsonObject | undefined = answer;
    for (const [index, { isShareable, place }] of paths.entries()) {
      const found = targets[index] ?? [];
      for (const target of found) {
        lay(target, (own ??= copyOf(answer)));
        if (isCompound && !isShareable) own = undefined;
      }
      if (isCompound && found.length > 0) own = undefined;
      if (isCompound && isShareable && found.length > 1) run.shared.addParts(place);
    }
  };

/** `keys`: under which the fields of the entities are answered. */
const compileGroup = (
  group: EntityGroup,
  keys: readonly string[],
  { types, sharing }: Facts,
): ((run: Run) => Batch) => {
  const paths = group.paths.map((path) => ({
    walk: compileWalk(path, types),
    isShareable: sharing(group, path),
    place: placeOf(fieldsOf(path)),
  }));
  const representing = compileRepresenting(group.requires, types, compileRewrites(group.inputRewrites, types));
  const rewrite = compileRewrites(group.outputRewrites, types);
  // Rewrites change under which keys.
  const place = compilePlacing(paths, compileMerge(rewrite === undefined ? keys : undefined, types));

  const naming = { representing, nowhere: paths.map(() => undefined) };

  return (run) => {
    const wanted = new Wanted(naming, run.isPlain);
    collect(run, wanted, paths);
    const { entities, list } = wanted;
    const merge = (answers: readonly unknown[]): void => {
      for (let index = 0; index < entities.length; index += 1) {
        const [entity, answer] = [entities[index] as Entity, answers[index]];
        if (!isObject(answer)) continue;
        if (rewrite !== undefined) {
          answer['__typename'] ??= entity.targets.find(Boolean)?.[0]?.['__typename'];
          rewrite(answer);
        }
        place(answer, entity, run);
      }
    };
    return { group, entities, list, merge };
  };
};

/** Every place that an error of an entity is about: of each object that was asked for by the same representation. */
const placesOfError = (
  { path }: GraphQLFormattedError,
  { group, entities }: Batch,
  data: JsonObject,
): readonly (Place | undefined)[] => {
  if (path === undefined) return [undefined];
  const [, index, ...rest] = path;
  const targets = typeof index === 'number' ? entities[index]?.targets : undefined;
  if (targets === undefined) return group.paths.map((own) => [...planned(own), ...path]);
  return group.paths.flatMap((own, number) => {
    const places = placesOf(data, own);
    return (targets[number] ?? []).flatMap((target) => (places.get(target) ?? []).map((at) => [...at, ...rest]));
  });
};

const reportErrors = (
  run: Run,
  { errors }: SubgraphAnswer,
  { service, batches }: { service: string; batches: readonly Batch[] },
): void => {
  for (const error of errors) {
    const about = batches.find(({ group }) => group.key === error.path?.[0]) ?? batches[0];
    if (about === undefined) continue;
    for (const path of placesOfError(error, about, run.data)) run.errors.push(subgraphError(error, { service, path }));
  }
};

const mergeEntities = (run: Run, data: JsonObject, { group, entities, merge }: Batch): void => {
  const answers = data[group.key];
  if (entities.length === 0) return;
  if (!Array.isArray(answers)) {
    run.errors.push(new GraphQLError(`Expected "data.${group.key}" in response to be an array`));
  } else if (answers.length !== entities.length) {
    run.errors.push(new GraphQLError(`Expected "data.${group.key}" to contain ${entities.length} elements`));
  } else merge(answers);
};

/** Under which keys the fields of the entities of a group are answered. */
const keysOf = (group: EntityGroup, written: readonly Written[]): readonly string[] => {
  const leaves = written.find((each) => each.group === group)?.leaves ?? [];
  return [...new Set(leaves.flatMap(([key]) => key ?? []))];
};

/** Asks fields of the entities at some places, and lays the answers over them. Nothing is sent when there are none. */
export const compileEntityFetch = (fetch: EntityFetch, written: readonly Written[], facts: Facts): Step => {
  const { service, operation } = fetch;
  const groups = fetch.groups.map((group) => compileGroup(group, keysOf(group, written), facts));
  const writeBody = compileBody({ ...fetch, listNames: fetch.groups.map(({ variable }) => variable) });
  return (run) => {
    const batches = groups.map((collect) => collect(run));
    if (batches.every(({ entities }) => entities.length === 0)) return undefined;
    const lists = batches.map(({ list }) => list);
    const take = (answer: SubgraphAnswer): void => {
      reportErrors(run, answer, { service, batches });
      if (answer.data !== null) for (const batch of batches) mergeEntities(run, answer.data, batch);
    };
    return { fetch: { service, operation, isMutation: false, body: writeBody(run.variables, lists) }, take };
  };
};
