import type { Finding, Place } from '../finding.ts';
import type { LintSettings } from '../project/settings.ts';
import type { SubgraphSchema } from './graph/elements.ts';
import type { Graph } from './graph/graph.ts';
import { readGraph, type Source, type Surroundings } from './graph/read.ts';
import type { Rule, Violation } from './rule.ts';
import { EVERY_RULE, ruleNames, rules } from './rules.ts';
import { suppression } from './rules/suppression.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

type Severity = LintSettings[string];

const placeOf = ({ element, at }: Violation): Place | undefined => {
  const token = (at ?? element.node.name).loc?.startToken;
  return element.subgraph.file === undefined || token === undefined
    ? undefined
    : { file: element.subgraph.file, line: token.line, column: token.column };
};

const findingOf = (rule: Rule, severity: 'warning' | 'error', violation: Violation): Finding => {
  const place = placeOf(violation);
  const { element, message } = violation;
  return {
    check: 'lint',
    rule: rule.name,
    severity,
    message,
    coordinate: element.coordinate,
    subgraph: element.subgraph.name,
    ...(place === undefined ? {} : { place }),
  };
};

/** The comments of each subgraph by the line that they speak of. */
type Targets = ReadonlyMap<SubgraphSchema, ReadonlyMap<number, readonly Suppression[]>>;

const targetsOf = (comments: readonly Suppression[]): Targets =>
  new Map(
    [...Map.groupBy(comments, ({ subgraph }) => subgraph)].map(([subgraph, all]) => [
      subgraph,
      Map.groupBy(all, ({ target }) => target),
    ]),
  );

/** A comment speaks of what begins on its line, and of what is found there: between the two, descriptions and arguments lie. */
const covering = (targets: Targets, rule: Rule, { element, at }: Violation): readonly Suppression[] => {
  const { subgraph, node } = element;
  const [begins, found] = [node.loc?.startToken.line, (at ?? node.name).loc?.startToken.line];
  const lines = targets.get(subgraph);
  if (lines === undefined || begins === undefined || found === undefined) return [];
  const spokenOf = Array.from(
    { length: Math.max(0, found - begins + 1) },
    (_, index) => lines.get(begins + index) ?? [],
  );
  return spokenOf.flat().filter(({ reason, rules: names }) => reason !== '' && names.includes(rule.name));
};

const faultOf = (comment: Suppression, isUsed: boolean, off: ReadonlySet<string>): string | undefined => {
  const { rules: names, reason } = comment;
  if (names.length === 0) return 'names no rule: # lint-disable-next-line RULE: reason';
  if (reason === '') return 'gives no reason, and so suppresses nothing: write it after a colon';
  const unknown = names.find((name) => !ruleNames.includes(name));
  if (unknown !== undefined) return `names ${unknown}, and there is no such rule`;
  return isUsed || names.some((name) => off.has(name))
    ? undefined
    : `has nothing of ${names.join(', ')} to suppress: remove it`;
};

/** The type that the comment stands in or before. */
const typeAt = (graph: Graph, { subgraph, line }: Suppression): string | undefined =>
  graph.types.findLast((each) => each.subgraph === subgraph && (each.node.loc?.startToken.line ?? Infinity) < line)
    ?.coordinate;

/** What is wrong with the comments themselves, once it is known which of them were of use. */
const judge = (
  graph: Graph,
  comments: ReadonlyMap<Suppression, boolean>,
  severityOf: (rule: Rule) => Severity,
): readonly Finding[] => {
  const severity = severityOf(suppression);
  const off = new Set(rules.filter((rule) => severityOf(rule) === 'off').map(({ name }) => name));
  if (severity === 'off') return [];
  return [...comments].flatMap(([comment, isUsed]) => {
    const fault = faultOf(comment, isUsed, off);
    if (fault === undefined) return [];
    const { subgraph, line, column } = comment;
    const coordinate = typeAt(graph, comment);
    const finding: Finding = {
      check: 'lint',
      rule: suppression.name,
      severity,
      message: `The comment ${fault}.`,
      subgraph: subgraph.name,
      ...(coordinate === undefined ? {} : { coordinate }),
      ...(subgraph.file === undefined ? {} : { place: { file: subgraph.file, line, column } }),
    };
    return [finding];
  });
};

const byPlace = (sources: readonly Source[]) => {
  const order = new Map(sources.map(({ name }, index) => [name, index]));
  const rank = ({ subgraph = '' }: Finding): number => order.get(subgraph) ?? 0;
  return (a: Finding, b: Finding): number =>
    rank(a) - rank(b) || (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
};

/**
 * Runs all rules that are not off. Findings come by subgraph and place; those that a comment suppresses do not come.
 */
export const lint = (
  sources: readonly Source[],
  surroundings: Surroundings,
  settings: LintSettings,
): readonly Finding[] => {
  const graph = readGraph(sources, surroundings);
  const comments = new Map(graph.subgraphs.flatMap(readSuppressions).map((comment) => [comment, false]));
  const targets = targetsOf([...comments.keys()]);
  const severityOf = (rule: Rule): Severity => settings[rule.name] ?? settings[EVERY_RULE] ?? rule.severity;
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    for (const violation of rule.check(graph)) {
      const suppressing = covering(targets, rule, violation);
      for (const comment of suppressing) comments.set(comment, true);
      if (suppressing.length === 0) findings.push(findingOf(rule, severity, violation));
    }
  }
  return [...findings, ...judge(graph, comments, severityOf)].sort(byPlace(sources));
};
