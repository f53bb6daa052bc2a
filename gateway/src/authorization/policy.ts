import { hasScope, type Viewer } from '@qsr/identity';
import { getNamedType, isInterfaceType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { Requirement, RequirementTable } from '../supergraph/requirements.ts';

/** True when the viewer has what is asked. Policies are nobody's yet, so whatever names one is closed to everyone. */
export const isMet = (requirement: Requirement, viewer: Viewer): boolean => {
  switch (requirement.kind) {
    case 'authenticated':
      return viewer.kind !== 'guest';
    case 'scopes':
      return requirement.anyOf.some((scopes) => scopes.every((scope) => hasScope(viewer, scope)));
    case 'policies':
      return false;
  }
};

/** Whether a viewer may select a field of a type. */
export type FieldGuard = (parent: GraphQLCompositeType, field: string) => boolean;

type FieldedType = Extract<GraphQLCompositeType, { getFields: unknown }>;

/** A field asked of an interface is asked of every type behind it; where these differ, the strictest decides. */
const ownersOf = (schema: GraphQLSchema, parent: GraphQLCompositeType): readonly FieldedType[] => {
  if (isObjectType(parent)) return [parent];
  if (!isInterfaceType(parent)) return [];
  const { objects, interfaces } = schema.getImplementations(parent);
  return [parent, ...interfaces, ...objects];
};

/** The coordinates whose requirements a selection of `field` must meet: the owner, the field, the type it returns. */
const coordinatesOf = (owner: FieldedType, field: string): readonly string[] => {
  const definition = owner.getFields()[field];
  const returned = definition === undefined ? [] : [getNamedType(definition.type).name];
  return [owner.name, `${owner.name}.${field}`, ...returned];
};

/** Builds the guard of one viewer. Introspection fields are open; they are governed by whether introspection is on. */
export const createFieldGuard = (schema: GraphQLSchema, table: RequirementTable, viewer: Viewer): FieldGuard => {
  const isOpen = (coordinate: string): boolean =>
    (table.get(coordinate) ?? []).every((requirement) => isMet(requirement, viewer));
  return (parent, field) =>
    field.startsWith('__') || ownersOf(schema, parent).every((owner) => coordinatesOf(owner, field).every(isOpen));
};

/**
 * Tells viewers apart by what they may do and by nothing else: viewers with the same fingerprint see the same fields
 * of every operation, so that they can share filtered documents and plans. The same viewer is most often the same object.
 */
export const createFingerprint = (table: RequirementTable): ((viewer: Viewer) => string) => {
  const distinct = new Map([...table.values()].flat().map((requirement) => [JSON.stringify(requirement), requirement]));
  const known = new WeakMap<Viewer, string>();
  return (viewer) => {
    let fingerprint = known.get(viewer);
    if (fingerprint === undefined) {
      fingerprint = [...distinct.values()].map((requirement) => (isMet(requirement, viewer) ? '1' : '0')).join('');
      known.set(viewer, fingerprint);
    }
    return fingerprint;
  };
};
