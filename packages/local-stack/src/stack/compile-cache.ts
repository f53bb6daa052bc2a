import { resolve } from 'node:path';
import { repositoryRoot } from '../repository-root.ts';

/**
 * The environment of parts that start on seeded data: with their compiled code, which saves a third of such a start. A
 * first start does without, for writing the code of twenty processes would cost it more than it saves. Not in the
 * data directory: it is no data, survives a reset, and is shared by every stack of this checkout.
 */
export const withCompileCache = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: resolve(repositoryRoot, 'node_modules/.cache/qsr-compile'),
  ...environment,
});
