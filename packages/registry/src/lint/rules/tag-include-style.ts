import type { Rule } from '../rule.ts';
import { isIncludeStyle, taggedWith, tags } from '../tags.ts';

export const tagIncludeStyle: Rule = {
  name: 'TAG_INCLUDE_STYLE',
  severity: 'warning',
  what: 'Tags say what an element is, for contracts to exclude: `internal`, `pii`. None is `public`, `include-…`, `allow…` or the like.',
  why: 'A contract by inclusion needs the tag on every argument, enum and scalar too, and what somebody forgets breaks it. Exclusions add up; inclusions do not.',
  bad: taggedWith('public'),
  finds: { coordinate: 'Query.openOrders', line: 3, column: 19 },
  good: taggedWith('internal'),
  check: (graph) =>
    tags(graph)
      .filter(({ tag }) => isIncludeStyle(tag))
      .map(({ element, directive, tag }) => ({
        element,
        at: directive,
        message: `The tag “${tag}” says who may see ${element.coordinate}. Tag what others must not see instead.`,
      })),
};
