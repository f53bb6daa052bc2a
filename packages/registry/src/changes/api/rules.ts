import { getNamedType, isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Change } from '../change.ts';
import type { Fact } from '../usage/fact.ts';
import { inputHits, isRequired } from '../usage/input-hits.ts';
import { fieldAt, inputAt, parentOf } from './elements.ts';

/** What a rule is told: the change as the diff library sees it, with its details, and both schemas. */
export interface Seen {
  readonly change: Change;
  readonly coordinate: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
}

/** What is to be said otherwise, and whom it hits. */
type Rule = (seen: Seen) => Partial<Change>;

const textOf = (meta: Seen['meta'], key: string): string => {
  const value = meta[key];
  return typeof value === 'string' ? value : '';
};

/** Whoever has to do with a type, also where an abstract type stands for it. */
export const hitsOfType = (schema: GraphQLSchema, name: string): readonly Fact[] => {
  const type = schema.getType(name);
  const above = isObjectType(type)
    ? Object.values(schema.getTypeMap()).filter((each) => isAbstractType(each) && schema.isSubType(each, type))
    : [];
  return [`uses ${name}`, ...above.map((each): Fact => `reads ${name} through ${each.name}`)];
};

const typeGone: Rule = ({ coordinate, before }) => ({ hits: hitsOfType(before, coordinate) });

/** Who reads a field through an interface has the interface's type of it, but gets objects of what it is of here. */
const fieldTypeChanged: Rule = ({ coordinate, before, after }) => {
  const [old, now] = [before, after].map((schema) => fieldAt(schema, coordinate)?.type);
  const isOfOther = old && now && getNamedType(old).name !== getNamedType(now).name;
  return { hits: [`selects ${coordinate}`, ...(isOfOther ? [`reaches ${coordinate}` as const] : [])] };
};

const rootChanged =
  (key: string): Rule =>
  ({ meta }) => ({ hits: [`uses ${textOf(meta, key)}`] });

/** An input whose type or default is another one: it depends on who leaves it out, and who sends what. */
const inputChanged: Rule = ({ change, coordinate, before, after }) => {
  const [old, now] = [inputAt(before, coordinate), inputAt(after, coordinate)];
  if (old === undefined || now === undefined) return {};
  const hits = inputHits(coordinate, old, now);
  // Nobody could leave out what was required, so a default changes nothing for anybody.
  if (change.level === 'dangerous' && isRequired(old)) return { level: 'safe' };
  if (change.level === 'breaking' || !isRequired(now)) return { hits };
  const message = `${coordinate} lost its default value, and must be given now`;
  return { level: 'breaking', message, hits };
};

const inputFieldAdded: Rule = ({ change, coordinate }) =>
  change.level === 'breaking'
    ? { hits: [`fills ${parentOf(coordinate) ?? coordinate}`] }
    : // Resolvers that list what they were given meet a field that they do not know.
      { level: 'dangerous' };

const directiveArgumentAdded: Rule = ({ coordinate: directive, meta, after }) => {
  // The path of the diff library ends with the directive, and it takes what is non-null for required, whatever its default.
  const coordinate = `${directive}(${textOf(meta, 'addedDirectiveArgumentName')}:)`;
  const added = inputAt(after, coordinate);
  const level = added === undefined || isRequired(added) ? 'breaking' : 'safe';
  return { coordinate, level, hits: [`applies ${directive}`] };
};

/** By the kinds of the diff library. A kind that is not here is as that library has it. */
export const rules: Readonly<Record<string, Rule>> = {
  TYPE_REMOVED: typeGone,
  TYPE_KIND_CHANGED: typeGone,
  SCHEMA_QUERY_TYPE_CHANGED: rootChanged('oldQueryTypeName'),
  SCHEMA_MUTATION_TYPE_CHANGED: rootChanged('oldMutationTypeName'),
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: rootChanged('oldSubscriptionTypeName'),
  FIELD_REMOVED: ({ coordinate }) => ({ hits: [`selects ${coordinate}`] }),
  FIELD_TYPE_CHANGED: fieldTypeChanged,
  FIELD_ARGUMENT_ADDED: ({ coordinate }) => ({ hits: [`selects ${parentOf(coordinate) ?? coordinate}`] }),
  FIELD_ARGUMENT_REMOVED: ({ coordinate }) => ({ hits: [`sends ${coordinate}`] }),
  FIELD_ARGUMENT_TYPE_CHANGED: inputChanged,
  FIELD_ARGUMENT_DEFAULT_CHANGED: inputChanged,
  INPUT_FIELD_ADDED: inputFieldAdded,
  INPUT_FIELD_REMOVED: ({ coordinate }) => ({ hits: [`sends ${coordinate}`] }),
  INPUT_FIELD_TYPE_CHANGED: inputChanged,
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: inputChanged,
  // Clients that wait for a value never get it any more: who reads the enum is hit like who sends the value.
  ENUM_VALUE_REMOVED: ({ coordinate }) => ({
    hits: [`sends ${coordinate}`, `returns ${parentOf(coordinate) ?? coordinate}`],
  }),
  UNION_MEMBER_REMOVED: ({ coordinate, meta }) => ({
    hits: [`reads ${textOf(meta, 'removedUnionMemberTypeName')} through ${coordinate}`],
  }),
  // Nobody can have asked for an interface that is new.
  OBJECT_TYPE_INTERFACE_ADDED: ({ meta, before }) =>
    isInterfaceType(before.getType(textOf(meta, 'addedInterfaceName'))) ? {} : { level: 'safe' },
  OBJECT_TYPE_INTERFACE_REMOVED: ({ coordinate, meta, before }) => {
    const [name, abstract] = [textOf(meta, 'objectTypeName'), textOf(meta, 'removedInterfaceName')];
    const type = before.getType(name);
    const objects = isAbstractType(type) ? before.getPossibleTypes(type).map((each) => each.name) : [coordinate];
    return { hits: objects.map((each): Fact => `reads ${each} through ${abstract}`) };
  },
  DIRECTIVE_REMOVED: ({ coordinate }) => ({ hits: [`applies ${coordinate}`] }),
  DIRECTIVE_LOCATION_REMOVED: ({ coordinate, meta }) => ({
    hits: [`applies ${coordinate} on ${textOf(meta, 'removedDirectiveLocation')}`],
  }),
  DIRECTIVE_REPEATABLE_REMOVED: ({ coordinate }) => ({ level: 'breaking', hits: [`repeats ${coordinate}`] }),
  DIRECTIVE_ARGUMENT_ADDED: directiveArgumentAdded,
  DIRECTIVE_ARGUMENT_REMOVED: ({ coordinate }) => ({ hits: [`sends ${coordinate}`] }),
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: inputChanged,
  DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED: inputChanged,
};
