import { createRequire } from 'node:module';

/**
 * The ES module of graphql-shield 7.6.5 imports `isUndefined` from node:util, which Node removed in 23. Its CommonJS
 * build looks that function up only in `chain` and `race`, which are therefore not handed on here.
 */
const { allow, deny, rule, shield } = createRequire(import.meta.url)(
  'graphql-shield',
) as typeof import('graphql-shield');

export { allow, deny, rule, shield };
