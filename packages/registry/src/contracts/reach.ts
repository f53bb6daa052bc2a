import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isVisible, type Element } from './elements.ts';

/** The step to a type: from which type, and through what of it, such as `Query.offers`, or the type itself to its possible types. */
interface Step {
  readonly from: string;
  readonly through: string;
}

/** Which types can be reached, each with the last step of a shortest path to it; a root type has none. */
export type Reached = ReadonlyMap<string, Step | undefined>;

/** Walks what clients see of a supergraph. */
class Walk {
  readonly reached = new Map<string, Step | undefined>();
  readonly #schema: GraphQLSchema;
  readonly #inaccessible: string;
  /** What was reached and is not walked from yet. */
  #front: GraphQLNamedType[] = [];

  constructor(schema: GraphQLSchema, inaccessible: string) {
    this.#schema = schema;
    this.#inaccessible = inaccessible;
  }

  #isVisible(element: Element): boolean {
    return isVisible(element, this.#inaccessible);
  }

  reach(type: GraphQLNamedType, step?: Step): void {
    if (this.reached.has(type.name) || !this.#isVisible(type)) return;
    this.reached.set(type.name, step);
    this.#front.push(type);
  }

  #arguments(args: readonly GraphQLArgument[], from: string, field: string): void {
    for (const argument of args.filter((each) => this.#isVisible(each))) {
      this.reach(getNamedType(argument.type), { from, through: `${field}(${argument.name}:)` });
    }
  }

  #fields(type: GraphQLObjectType | GraphQLInterfaceType): void {
    for (const field of Object.values(type.getFields())) {
      if (!this.#isVisible(field)) continue;
      const through = `${type.name}.${field.name}`;
      this.reach(getNamedType(field.type), { from: type.name, through });
      this.#arguments(field.args, type.name, through);
    }
  }

  #inputFields(type: GraphQLInputObjectType): void {
    for (const field of Object.values(type.getFields())) {
      if (!this.#isVisible(field)) continue;
      this.reach(getNamedType(field.type), { from: type.name, through: `${type.name}.${field.name}` });
    }
  }

  #walkFrom(type: GraphQLNamedType, isResult: boolean): void {
    if (isInputObjectType(type)) this.#inputFields(type);
    if (isObjectType(type) || isInterfaceType(type)) this.#fields(type);
    if (!isResult || (!isInterfaceType(type) && !isUnionType(type))) return;
    for (const possible of this.#schema.getPossibleTypes(type)) {
      this.reach(possible, { from: type.name, through: type.name });
    }
  }

  #walk(isResult: boolean): void {
    while (this.#front.length > 0) {
      const front = this.#front;
      this.#front = [];
      for (const type of front) this.#walkFrom(type, isResult);
    }
  }

  /** From what was reached, as far as data can come. */
  finish(): void {
    this.#walk(true);
    // An interface that is only implemented by what was reached is seen, but it leads to none of its other types.
    for (const name of [...this.reached.keys()]) {
      const type = this.#schema.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const each of type.getInterfaces()) this.reach(each, { from: name, through: name });
    }
    this.#walk(false);
  }
}

/** The types that a path from a root type reaches, over elements without `@inaccessible`; breadth first. */
export const reachFromRoots = (schema: GraphQLSchema, inaccessible: string): Reached => {
  const walk = new Walk(schema, inaccessible);
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (root) walk.reach(root);
  }
  walk.finish();
  return walk.reached;
};

/** The same, and what else a schema cannot do without: the types of arguments of directives, and the `kept` ones. */
export const reachFromAnything = (
  schema: GraphQLSchema,
  inaccessible: string,
  kept: readonly string[],
): ReadonlySet<string> => {
  const walk = new Walk(schema, inaccessible);
  const inputs = schema.getDirectives().flatMap(({ args }) => args.map(({ type }) => getNamedType(type)));
  const seeds = [...inputs, ...kept.map((name) => schema.getType(name))];
  for (const type of seeds) if (type) walk.reach(type);
  walk.finish();
  return new Set([...walk.reached.keys(), ...reachFromRoots(schema, inaccessible).keys()]);
};

/** The steps to a type, then what was found there: `Query.offers → Offer.audience → Customer`. */
export const pathTo = (reached: Reached, type: string, found: string): string => {
  const steps = [found];
  for (let step = reached.get(type); step !== undefined; step = reached.get(step.from)) steps.unshift(step.through);
  return steps.join(' → ');
};
