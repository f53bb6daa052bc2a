import type { Rule } from '../rule.ts';
import { isIncludeStyle, taggedWith, tags } from '../tags.ts';

export const tagUnknown: Rule = {
  name: 'TAG_UNKNOWN',
  severity: 'warning',
  what: 'A tag is one that a contract in registry.yaml names. Where there are no contracts, every tag will do.',
  why: 'A tag that is misspelt excludes nothing: what it was to hide is in every contract.',
  alike: ['GraphOS TAG_DIRECTIVE_USES_UNKNOWN_NAME'],
  bad: taggedWith('internl'),
  finds: { coordinate: 'Query.openOrders', line: 3, column: 19 },
  good: taggedWith('internal'),
  check: (graph) =>
    tags(graph)
      .filter(({ tag }) => graph.contractTags?.has(tag) === false && !isIncludeStyle(tag))
      .map(({ element, directive, tag }) => ({
        element,
        at: directive,
        message: `No contract names the tag “${tag}” of ${element.coordinate}. The contracts know ${[...(graph.contractTags ?? [])].sort().join(', ')}.`,
      })),
};
