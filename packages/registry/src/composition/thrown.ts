import { isTypeDefinitionNode, isTypeExtensionNode } from 'graphql';
import { isTooDeep } from '../project/parse-graphql.ts';
import type { Composer, Service } from './composer.ts';

/** The code of an error that no composer told: it threw. */
export const COMPOSER_THREW = 'COMPOSER_THREW';

/** Types that are called as what every object of JavaScript has, such as `constructor`: composers look types up in objects. */
const inheritedNames = (services: readonly Service[]): readonly string[] => {
  const types = services.flatMap(({ typeDefs }) =>
    typeDefs.definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node)),
  );
  return [...new Set(types.map(({ name }) => name.value).filter((name) => name in Object.prototype))];
};

const adviceFor = (services: readonly Service[]): string => {
  const names = inheritedNames(services);
  return names.length === 0
    ? 'Undo what was changed last, bit by bit, to see what it is.'
    : `It is known to do so over types that are called as what JavaScript has in every object: rename ${names.join(', ')}.`;
};

/** Says whose fault it is when a composer throws instead of telling errors, and what to do about it. */
export const describeThrown = ({ name }: Composer, services: readonly Service[], error: unknown): string => {
  if (isTooDeep(error)) {
    return `${name} falls over this: something is nested too deeply for it, the fields of a key, or types that lead to one another. Make it flatter.`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `${name} falls over this (${reason}): a fault of the composer, not of the schemas. ${adviceFor(services)}`;
};
