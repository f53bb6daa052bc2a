import { copyOf, mergeInto, type JsonObject } from '../json.ts';
import type { ResponsePath, RootFetch } from '../plan.ts';
import type { Run, Step } from '../run.ts';
import type { SubgraphAnswer } from '../send.ts';
import type { TypeIndex } from '../types.ts';
import { compileBody } from './body.ts';
import { planned, subgraphError } from './errors.ts';
import { compileRewrites } from './rewrites.ts';
import { compileWalk } from './walk.ts';

/** Finds the objects that the answer is laid over. */
const compileTargets = (path: ResponsePath, types: TypeIndex): ((run: Run) => readonly JsonObject[]) => {
  if (path.length === 0) return ({ data }) => [data];
  const walk = compileWalk(path, types);
  return ({ data, shared }) => {
    const targets: JsonObject[] = [];
    walk(data, (object) => targets.push(object), shared);
    return targets;
  };
};

/** Asks fields of a root type, and lays the answer over what is at the path. */
export const compileRootFetch = (fetch: RootFetch, types: TypeIndex): Step => {
  const { service, operation, isMutation, path } = fetch;
  const writeBody = compileBody(fetch);
  const rewrite = compileRewrites(fetch.outputRewrites, types);
  const targetsIn = compileTargets(path, types);
  return (run) => {
    const targets = targetsIn(run);
    if (targets.length === 0) return undefined;
    const take = ({ data, errors }: SubgraphAnswer): void => {
      for (const error of errors) {
        const at = error.path === undefined ? undefined : [...planned(path), ...error.path];
        run.errors.push(subgraphError(error, { service, path: at }));
      }
      if (data === null) return;
      rewrite?.(data);
      for (const [index, target] of targets.entries()) mergeInto(target, index === 0 ? data : copyOf(data));
    };
    return { fetch: { service, operation, isMutation, body: writeBody(run.variables) }, take };
  };
};
