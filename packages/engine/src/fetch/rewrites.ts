import { isObject, ownValue, type JsonObject } from '../json.ts';
import type { Rewrite, RewriteStep } from '../plan.ts';
import type { TypeIndex } from '../types.ts';

/** Changes a representation before it is sent, or an answer before it is merged. */
export type ApplyRewrites = (value: JsonObject) => void;

const applyAt = (
  value: unknown,
  rest: readonly RewriteStep[],
  { apply, types }: { apply: ApplyRewrites; types: TypeIndex },
): void => {
  if (Array.isArray(value)) {
    for (const element of value) applyAt(element, rest, { apply, types });
    return;
  }
  if (!isObject(value)) return;
  const [step, ...next] = rest;
  if (step === undefined) apply(value);
  else if ('field' in step) applyAt(ownValue(value, step.field), next, { apply, types });
  else {
    const name = ownValue(value, '__typename');
    const fits = typeof name !== 'string' || step.types.some((type) => types.membersOf(type).has(name));
    if (fits) applyAt(value, next, { apply, types });
  }
};

const endOf = (rewrite: Rewrite, key: string): ApplyRewrites => {
  if (rewrite.kind === 'set') {
    return (object) => {
      object[key] = rewrite.value;
    };
  }
  return (object) => {
    const value = ownValue(object, key);
    if (value === undefined || value === null) return;
    object[rewrite.to] = value;
    object[key] = undefined;
  };
};

/** Undefined when there is nothing to do. */
export const compileRewrites = (rewrites: readonly Rewrite[], types: TypeIndex): ApplyRewrites | undefined => {
  if (rewrites.length === 0) return undefined;
  const all = rewrites.flatMap((rewrite) => {
    const last = rewrite.path.at(-1);
    if (last === undefined || !('field' in last)) return [];
    return [{ path: rewrite.path.slice(0, -1), apply: endOf(rewrite, last.field) }];
  });
  return (value) => {
    for (const { path, apply } of all) applyAt(value, path, { apply, types });
  };
};
