import suggestions from 'graphql/jsutils/suggestionList.js';
import { InputError } from '../exit-codes.ts';
import type { Rule } from './rule.ts';
import { EVERY_RULE, ruleNames, rules } from './rules.ts';

/** Says that there is no such rule, and which there are; undefined when there is one. */
export const unknownRule = (name: string): string | undefined => {
  if (ruleNames.includes(name) || name === EVERY_RULE) return undefined;
  const [nearest] = suggestions.suggestionList(name.toUpperCase(), ruleNames);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return `There is no lint rule ${name}.${hint} The rules are ${ruleNames.join(', ')}; ${EVERY_RULE} stands for those that are not named.`;
};

/** Finds a rule by its name. Throws `InputError` when there is none. */
export const ruleNamed = (name: string): Rule => {
  const rule = rules.find((each) => each.name === name.toUpperCase());
  if (rule === undefined) throw new InputError(unknownRule(name));
  return rule;
};
