import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isObject, mergeInto, type JsonObject } from '../json.ts';
import type { EntityFetch, EntityGroup } from '../plan.ts';
import { ask, type Run, type Step } from '../run.ts';
import type { SubgraphAnswer } from '../send.ts';
import type { TypeIndex } from '../types.ts';
import { compileBody } from './body.ts';
import { planned, subgraphError } from './errors.ts';
import { compileWalk, placesOf, type Place } from './places.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites } from './rewrites.ts';

/** Entities by their representations. What has the same representation is asked once. */
type Wanted = ReadonlyMap<string, readonly JsonObject[]>;

/** The entities of one group in one request. */
interface Batch {
  readonly group: EntityGroup;
  readonly wanted: Wanted;
  readonly merge: (entities: readonly unknown[]) => void;
}

/** A subgraph that knows an interface as an object tells the interface; Apollo's executor then forgets the type. */
const isKnownBetter = (known: unknown, told: unknown, types: TypeIndex): boolean =>
  typeof known === 'string' && typeof told === 'string' && types.membersOf(told).has(known);

const compileGroup = (group: EntityGroup, types: TypeIndex): ((data: JsonObject) => Batch) => {
  const walks = group.paths.map((path) => compileWalk(path, types));
  const represent = compileRepresentation(group.requires, types, compileRewrites(group.inputRewrites, types));
  const rewrite = compileRewrites(group.outputRewrites, types);

  const collect = (data: JsonObject): Wanted => {
    const wanted = new Map<string, JsonObject[]>();
    const visit = (entity: JsonObject): void => {
      const representation = represent(entity);
      if (representation === undefined) return;
      const same = wanted.get(representation);
      if (same === undefined) wanted.set(representation, [entity]);
      else same.push(entity);
    };
    for (const walk of walks) walk(data, visit);
    return wanted;
  };

  const mergeOne = (entity: JsonObject, targets: readonly JsonObject[]): void => {
    if (rewrite !== undefined) {
      entity['__typename'] ??= targets[0]?.['__typename'];
      rewrite(entity);
    }
    const isShared = targets.length > 1;
    for (const target of targets) {
      const known = target['__typename'];
      mergeInto(target, entity, isShared);
      if (target['__typename'] !== known && isKnownBetter(known, target['__typename'], types))
        target['__typename'] = known;
    }
  };

  return (data) => {
    const wanted = collect(data);
    const merge = (entities: readonly unknown[]): void => {
      for (const [index, targets] of [...wanted.values()].entries()) {
        const entity = entities[index];
        if (isObject(entity)) mergeOne(entity, targets);
      }
    };
    return { group, wanted, merge };
  };
};

/** Every place that an error of an entity is about: of each object that was asked for by the same representation. */
const placesOfError = (
  { path }: GraphQLFormattedError,
  { group, wanted }: Batch,
  data: JsonObject,
): readonly (Place | undefined)[] => {
  if (path === undefined) return [undefined];
  const [, index, ...rest] = path;
  const targets = typeof index === 'number' ? [...wanted.values()][index] : undefined;
  if (targets === undefined) return group.paths.map((own) => [...planned(own), ...path]);
  const known = group.paths.map((own) => placesOf(data, own));
  const placeOf = (target: JsonObject): Place =>
    known.map((places) => places.get(target)).find((at) => at !== undefined) ?? [];
  return targets.map((target) => [...placeOf(target), ...rest]);
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

const mergeEntities = (run: Run, data: JsonObject, { group, wanted, merge }: Batch): void => {
  const entities = data[group.key];
  if (wanted.size === 0) return;
  if (!Array.isArray(entities)) {
    run.errors.push(new GraphQLError(`Expected "data.${group.key}" in response to be an array`));
  } else if (entities.length !== wanted.size) {
    run.errors.push(new GraphQLError(`Expected "data.${group.key}" to contain ${wanted.size} elements`));
  } else merge(entities);
};

/** Asks fields of the entities at some places, and lays the answers over them. Nothing is sent when there are none. */
export const compileEntityFetch = (fetch: EntityFetch, types: TypeIndex): Step => {
  const { service, operation } = fetch;
  const groups = fetch.groups.map((group) => compileGroup(group, types));
  const writeBody = compileBody({ ...fetch, listNames: fetch.groups.map(({ variable }) => variable) });
  return async (run) => {
    const batches = groups.map((collect) => collect(run.data));
    if (batches.every(({ wanted }) => wanted.size === 0)) return 0;
    const lists = batches.map(({ wanted }) => [...wanted.keys()].join());
    const answer = await ask(run, { service, operation, isMutation: false, body: writeBody(run.variables, lists) });
    reportErrors(run, answer, { service, batches });
    if (answer.data !== null) for (const batch of batches) mergeEntities(run, answer.data, batch);
    return 1;
  };
};
