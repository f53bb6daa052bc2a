import { AppError } from '@qsr/errors';
import { hasScope } from '@qsr/identity';
import { isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, rule, shield } from './shield.ts';
import type { RequestScope } from './scope.ts';

/** One rule of a type or field, as shield makes it. */
export interface Rule {
  readonly resolve: (...args: never[]) => unknown;
}

/**
 * Rules by type, or by type and field. Root fields are all named one by one; every other object type is named. Rules
 * that protect data stand on TYPES: a rule on a root field alone is bypassed through `_entities`.
 */
export type PermissionTree = Readonly<Record<string, Rule | Readonly<Record<string, Rule>>>>;

const ruleOf = <Parent>(
  check: (parent: Parent, scope: RequestScope) => boolean,
  refusal = (): AppError => new AppError('FORBIDDEN'),
): Rule =>
  rule({ cache: 'no_cache' })((parent: Parent, _args: unknown, scope: RequestScope) =>
    check(parent, scope) ? true : refusal(),
  );

/** Anyone may read it. Costs nothing at run time. */
export const everyone: Rule = allow;

/**
 * Only customers, for what they do to their own data. The gateway's `@authenticated` lets staff and machines through as
 * well, who are no customers; they are told UNAUTHENTICATED like guests.
 */
export const signedIn: Rule = ruleOf(
  (_parent, { viewer }) => viewer.customerId !== null,
  () => new AppError('UNAUTHENTICATED', 'Only a signed-in customer can do this.'),
);

/** Only callers who were granted the scope. */
export const withScope = (scope: string): Rule => ruleOf((_parent, { viewer }) => hasScope(viewer, scope));

/**
 * "Owner or a staff scope", the rule of every private type. `customerOf` names the customer whom a value belongs to;
 * null means that it belongs to a guest and is protected by its unguessable id alone.
 */
export const ownerOr = <Parent>(scope: string, customerOf: (parent: Parent) => string | null): Rule =>
  ruleOf<Parent>((parent, { viewer }) => {
    const owner = customerOf(parent);
    return owner === null || owner === viewer.customerId || hasScope(viewer, scope);
  });

/** What federation adds to a schema. The gateway's signature is what protects it, and each entity has its own rules. */
const federationFields: PermissionTree = { _Service: allow };
const federationRoots = { _entities: allow, _service: allow };

const objectTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type));

const isRule = (entry: PermissionTree[string]): entry is Rule => typeof entry.resolve === 'function';

/** Root types list every field by name, so that a new root field is refused until somebody has thought about it. */
const gaps = (schema: GraphQLSchema, tree: PermissionTree): string[] => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return objectTypes(schema).flatMap((type) => {
    const entry = tree[type.name];
    if (entry === undefined) return [type.name];
    const mustNameFields = roots.includes(type) || !isRule(entry);
    if (!mustNameFields) return [];
    return Object.keys(type.getFields())
      .filter(
        (field) => isRule(entry) || (entry[field] === undefined && (roots.includes(type) || entry['*'] === undefined)),
      )
      .map((field) => `${type.name}.${field}`);
  });
};

const ruleAt = (tree: PermissionTree, type: string, field: string): Rule => {
  const entry = tree[type];
  if (entry === undefined) return deny;
  return isRule(entry) ? entry : (entry[field] ?? entry['*'] ?? deny);
};

type FieldMiddleware = Record<string, Record<string, unknown>>;

/**
 * Shield wraps every field of every type, which doubles or triples the time of large answers. Dropping the wrappers
 * whose rule is `allow` keeps every decision and gives the time back.
 */
const withoutAllowed = (middleware: FieldMiddleware, tree: PermissionTree): FieldMiddleware =>
  Object.fromEntries(
    Object.entries(middleware).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).filter(([field]) => ruleAt(tree, type, field) !== allow)),
    ]),
  );

/** Puts the rules around a schema, deny by default. Throws at start-up when a type or root field is not named. */
export const applyPermissions = (schema: GraphQLSchema, permissions: PermissionTree): GraphQLSchema => {
  const tree: PermissionTree = {
    ...permissions,
    ...federationFields,
    Query: { ...(permissions['Query'] as Record<string, Rule>), ...federationRoots },
  };
  const missing = gaps(schema, tree);
  if (missing.length > 0) throw new Error(`permissions.ts has no rule for: ${missing.join(', ')}`);
  const generator = shield(tree as Parameters<typeof shield>[0], { fallbackRule: deny, allowExternalErrors: true });
  const middleware = generator.generate(schema) as unknown as FieldMiddleware;
  return applyMiddleware(schema, withoutAllowed(middleware, tree) as Parameters<typeof applyMiddleware>[1]);
};
