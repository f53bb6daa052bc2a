import { GraphQLError } from 'graphql';
import { isObject, ownValue } from '../json.ts';
import type { PlanNode } from '../plan.ts';
import type { Steps } from '../run.ts';
import type { Selected } from './selection.ts';

/** Before an alias of the client that is also the name of a field that planners add; see `createKeyGuard`. */
const ALIAS = 'client__';
/** Before the name of a field that planners may add with other arguments. */
const NAME = 'own__';

/** The key under which a field is planned in place of the client's. */
export const plannedKey = ({ key, name }: { readonly key: string; readonly name: string }): string =>
  `${key === name ? NAME : ALIAS}${key}`;

/** Whether a key of the client could be taken for a planned one. */
export const looksPlanned = (key: string): boolean => key.startsWith(ALIAS) || key.startsWith(NAME);

const plannedKeysIn = (plan: PlanNode): readonly string[] => {
  if ('nodes' in plan) return plan.nodes.flatMap(plannedKeysIn);
  return plan.operation.match(/\b(?:client|own)__\w+/g) ?? [];
};

/** What is under one key of the client's, whatever the types that have it. */
interface Restored {
  readonly key: string;
  /** Where it may have been put meanwhile. */
  readonly planned: readonly string[];
  /** True when it is somewhere asked under its own key as well, of another type. */
  readonly isPlain: boolean;
  readonly inner: readonly Restored[];
}

const fieldsIn = (selections: readonly Selected[]): readonly (Selected & { readonly kind: 'field' })[] =>
  selections.flatMap((each) => (each.kind === 'field' ? [each] : fieldsIn(each.selections)));

/** Only what holds a planned key somewhere below. */
const compileAll = (selections: readonly Selected[], all: ReadonlySet<string>): readonly Restored[] =>
  [...Map.groupBy(fieldsIn(selections), ({ key }) => key)].flatMap(([key, fields]) => {
    const planned = [...new Set(fields.map(plannedKey).filter((name) => all.has(name)))];
    const isPlain = fields.some((field) => !all.has(plannedKey(field)));
    const inner = compileAll(
      fields.flatMap((field) => field.selections),
      all,
    );
    return planned.length + inner.length === 0 ? [] : [{ key, planned, isPlain, inner }];
  });

/** A copy where something changes: an entity may stand at several places, asked differently at each. */
const restored = (value: unknown, all: readonly Restored[]): unknown => {
  if (Array.isArray(value)) return value.map((element) => restored(element, all));
  if (!isObject(value) || all.length === 0) return value;
  const copy = { ...value };
  for (const { key, planned, isPlain, inner } of all) {
    const source = planned.find((name) => Object.hasOwn(value, name));
    // What is not answered is missing; under the client's key may be the planner's.
    const known = source !== undefined || isPlain ? ownValue(value, source ?? key) : undefined;
    copy[key] = restored(known, inner);
  }
  return copy;
};

const clientKey = (segment: string | number): string | number =>
  typeof segment === 'string' && looksPlanned(segment) ? segment.slice(segment.indexOf('__') + 2) : segment;

const placed = (error: GraphQLError): GraphQLError => {
  const { message, path, extensions, originalError } = error;
  if (path === undefined) return error;
  return new GraphQLError(message, { path: path.map(clientKey), extensions, originalError: originalError ?? null });
};

/**
 * Gives what the steps of a plan fetch, and the paths of errors, the client's keys. Nothing is to be done for most plans,
 * which are made with these alone.
 */
export const withClientKeys = (steps: Steps, plan: PlanNode | undefined, selections: readonly Selected[]): Steps => {
  const planned = new Set(plan === undefined ? [] : plannedKeysIn(plan));
  if (planned.size === 0) return steps;
  const all = compileAll(selections, planned);
  return async (run) => {
    const rounds = await steps(run);
    Object.assign(run.data, restored(run.data, all));
    run.errors.splice(0, run.errors.length, ...run.errors.map(placed));
    return rounds;
  };
};
