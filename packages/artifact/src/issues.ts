import { z } from 'zod';

/** More of them are mostly of one kind. */
const MAX_ISSUES = 3;

const clauseOf = ({ path, message }: z.core.$ZodIssue): string => {
  const words = message.endsWith('received undefined') ? 'it is missing' : message.replace(/^Invalid input: /, '');
  return path.length === 0 ? words : `${z.core.toDotPath(path)}: ${words}`;
};

/** What a value lacks, in one line that may end a sentence. */
export const describeIssues = ({ issues }: z.core.$ZodError): string => {
  const clauses = issues.slice(0, MAX_ISSUES).map(clauseOf);
  const more = issues.length - clauses.length;
  return [...clauses, ...(more > 0 ? [`and ${more} more`] : [])].join('; ').slice(0, 500);
};
