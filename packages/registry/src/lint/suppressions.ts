import type { SubgraphSchema } from './graph/elements.ts';

/** A comment `# lint-disable-next-line RULE, RULE: reason`. */
export interface Suppression {
  readonly subgraph: SubgraphSchema;
  /** Of the comment. */
  readonly line: number;
  readonly column: number;
  /** The first line after it that is more than a comment. */
  readonly target: number;
  readonly rules: readonly string[];
  /** Empty where there is none: the comment is then void. */
  readonly reason: string;
}

const COMMENT = /^\s*#\s*lint-disable-next-line\b(?<rules>[^:]*)(?::(?<reason>.*))?$/;

const isBeside = (line: string): boolean => line.trim() === '' || line.trim().startsWith('#');

/** The comments of a subgraph that take findings back. */
export const readSuppressions = (subgraph: SubgraphSchema): readonly Suppression[] => {
  if (!subgraph.sdl.includes('lint-disable-next-line')) return [];
  const lines = subgraph.sdl.split(/\r\n|[\n\r]/);
  return lines.flatMap((text, index) => {
    const match = COMMENT.exec(text);
    if (match === null) return [];
    const after = lines.findIndex((line, at) => at > index && !isBeside(line));
    return {
      subgraph,
      line: index + 1,
      column: text.indexOf('#') + 1,
      target: after + 1,
      rules: (match.groups?.['rules'] ?? '').split(/[\s,]+/).filter((name) => name !== ''),
      reason: match.groups?.['reason']?.trim() ?? '',
    };
  });
};
