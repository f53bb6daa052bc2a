import type { CheckName, Finding } from '../finding.ts';
import { explain } from '../lint/document.ts';
import { rules } from '../lint/rules.ts';

/** What there is to say of a kind of finding, whatever it is found in. */
interface RuleTexts {
  readonly short: string;
  readonly full: string;
  /** What to do. */
  readonly help: { readonly text: string; readonly markdown?: string };
}

const abouts: Readonly<Record<CheckName, string>> = {
  compose:
    'Found on the way from the schemas of the subgraphs to the supergraph. `supergraph compose` tells the same without the rest of the check.',
  changes:
    'A difference from the base, judged by recorded usage. Keep what clients use: deprecate it, wait until nobody asks for it, and then remove it. `supergraph diff` lists all differences, `supergraph usage show` who asks for what.',
  operations:
    'Every persisted operation must be valid against the supergraph. Change the schema so that it is, or remove the operation with the clients that send it.',
  lint: 'A rule of the schemas of subgraphs. `supergraph lint --explain` with its name says what it wants.',
  contracts:
    'A contract of registry.yaml must compose and keep what it promises, and its users must lose nothing that they need. `supergraph contract` with its name writes what there is of it.',
  budgets:
    'What a persisted operation may cost is written down. Make it cost less, or accept what it costs now: `supergraph budgets --write`, and commit the file.',
};

const inWords = (rule: string): string => {
  const words = rule.toLowerCase().replace(/_/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Describes the rule that a finding is of. */
export const ruleTextsOf = ({ rule: name, check }: Finding): RuleTexts => {
  const rule = check === 'lint' ? rules.find((each) => each.name === name) : undefined;
  if (rule === undefined) return { short: inWords(name), full: abouts[check], help: { text: abouts[check] } };
  const { what, why } = rule;
  return { short: what, full: why, help: { text: `${what} ${why}`, markdown: explain(rule) } };
};
