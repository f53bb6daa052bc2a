import { Kind, visit, type DocumentNode } from 'graphql';
import { linkedFeatures, type LinkedFeature } from './features.ts';
import { authorizationIdentities } from './requirements.ts';

/**
 * `@apollo/gateway` refuses a supergraph that links these, although they change nothing about a plan: the first three
 * are enforced by this gateway, the last one describes caching.
 */
const STRIPPED: readonly string[] = [...authorizationIdentities, 'https://specs.apollo.dev/cacheTag'];

/** What says what is public is for this gateway alone. Composition forgets that its enum came with it. */
const CACHE_CONTROL = /\/cacheControl$/;
const CACHE_CONTROL_SCOPE = 'CacheControlScope';

const mustGo = ({ identity }: LinkedFeature): boolean => STRIPPED.includes(identity) || CACHE_CONTROL.test(identity);

/**
 * Removes what the planner must not see: the links of these specifications, their definitions and every use. Whatever
 * else the planner does not know stays, so that it is refused and not ignored.
 */
export const stripUnplannable = (document: DocumentNode): DocumentNode => {
  const stripped = linkedFeatures(document).filter(mustGo);
  const links = new Set(stripped.map(({ link }) => link));
  const isStripped = (name: string): boolean => stripped.some((feature) => feature.owns(name));
  const hasScope = stripped.some(({ identity }) => CACHE_CONTROL.test(identity));
  return visit(document, {
    Directive: (node) => (links.has(node) || isStripped(node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => (isStripped(node.name.value) ? null : undefined),
    [Kind.ENUM_TYPE_DEFINITION]: (node) => (hasScope && node.name.value === CACHE_CONTROL_SCOPE ? null : undefined),
    [Kind.SCALAR_TYPE_DEFINITION]: (node) => (isStripped(node.name.value) ? null : undefined),
  });
};
