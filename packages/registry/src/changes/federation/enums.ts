import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { Change } from '../change.ts';
import { stringOf } from './directives.ts';
import { quoted, usesOn, type Model, type Models } from './model.ts';

/** Enums by whether arguments or inputs take them, and whether fields return them. */
const enumsOf = ({
  schema,
  elements,
}: Model): { readonly taken: ReadonlySet<string>; readonly returned: ReadonlySet<string> } => {
  const [taken, returned] = [new Set<string>(), new Set<string>()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!elements.has(type.name)) continue;
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) taken.add(getNamedType(field.type).name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      returned.add(getNamedType(field.type).name);
      for (const argument of field.args) taken.add(getNamedType(argument.type).name);
    }
  }
  return { taken, returned };
};

/** Enums that became input: their values in several subgraphs are no longer added up. */
export const enumChanges = ({ before, after }: Models): readonly Change[] => {
  const [old, now] = [enumsOf(before), enumsOf(after)];
  return [...after.elements.values()].flatMap((element): readonly Change[] => {
    const { coordinate } = element;
    const isNew = !before.elements.has(coordinate) || old.taken.has(coordinate) || !now.taken.has(coordinate);
    if (isNew || !isEnumType(after.schema.getType(coordinate))) return [];
    const graphs = usesOn(element, 'join__type').flatMap(({ graph }) => stringOf(graph) ?? []);
    if (graphs.length < 2) return [];
    const rule = now.returned.has(coordinate)
      ? 'its values must be the same in all of them from now on'
      : 'it has only the values that all of them have';
    const message = `Enum '${coordinate}' is input now and in several subgraphs (${quoted(graphs)}): ${rule}`;
    return [{ kind: 'ENUM_BECAME_INPUT', level: 'dangerous', message, coordinate }];
  });
};
