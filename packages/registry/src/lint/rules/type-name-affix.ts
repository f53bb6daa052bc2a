import type { TypeElement } from '../graph/elements.ts';
import type { Rule } from '../rule.ts';

/** What a type must not be called, by what it is. An enum may be the type of something. */
const affixes: Readonly<Record<string, readonly string[]>> = {
  Object: ['Type', 'Object'],
  Interface: ['Type', 'Interface'],
  InputObject: ['Type'],
  Union: ['Type', 'Union'],
  Enum: ['Enum'],
  Scalar: ['Scalar'],
};

const affixOf = ({ node, name }: TypeElement): string | undefined => {
  const kind = node.kind.replace(/Type(Definition|Extension)$/, '');
  return affixes[kind]?.find((affix) => new RegExp(`^${affix}[A-Z0-9]|.${affix}$`).test(name));
};

export const typeNameAffix: Rule = {
  name: 'TYPE_NAME_AFFIX',
  severity: 'warning',
  what: 'A name does not say what kind of type it is: no `Type`, `Object`, `Interface`, `Union`, `Enum` or `Scalar` at its ends.',
  why: 'The kind is in the schema, and it can change: an object that becomes an interface should not need a new name. `Type` may end the name of an enum, which lists the types of something.',
  alike: [
    'graphql-eslint naming-convention',
    'GraphOS TYPE_PREFIX, TYPE_SUFFIX, OBJECT_PREFIX, OBJECT_SUFFIX, INTERFACE_PREFIX, INTERFACE_SUFFIX, ENUM_PREFIX, ENUM_SUFFIX',
  ],
  bad: `type Query {
  "The cart of this session."
  cart: CartType
}

"What a guest is about to order."
type CartType {
  "Id of the cart."
  id: ID!
}
`,
  finds: { coordinate: 'CartType', line: 7, column: 6 },
  good: `type Query {
  "The cart of this session."
  cart: Cart
}

"What a guest is about to order."
type Cart {
  "Id of the cart."
  id: ID!
}
`,
  check: (graph) =>
    graph.types.flatMap((element) => {
      const affix = affixOf(element);
      return affix === undefined
        ? []
        : [
            {
              element,
              message: `${element.name} says that it is a type of some kind. Leave “${affix}” out of its name.`,
            },
          ];
    }),
};
