import { z } from 'zod';
import { positionOf, valuePositionOf, type ParsedYaml, type YamlProblem } from './yaml-document.ts';

/** What a value of a file lacks. */
export interface Issue {
  readonly path: readonly (string | number)[];
  /** A key that there is not: the path is that of the key, else of a value. */
  readonly isOfKey: boolean;
  /** A sentence that begins with the path. */
  readonly message: string;
}

/** More of them are mostly of one kind. */
const MAX_ISSUES = 20;

const wordsOf = (issue: z.core.$ZodIssue): string => {
  const { message } = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue;
  return message.endsWith('received undefined')
    ? 'it is missing'
    : message
        .replace(/^Invalid (?:input|option): /, '')
        .replace(/[.\s]+$/, '')
        .slice(0, 5000);
};

const moreOf = (count: number): string => `${count} more ${count === 1 ? 'fault is' : 'faults are'} not listed.`;

const issueOf = (issue: z.core.$ZodIssue): Issue => {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const message = `${wordsOf(issue)}.`;
  return {
    path: [...path, ...key],
    isOfKey: key.length > 0 || issue.code === 'invalid_key',
    message: path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`,
  };
};

/** Lists what is wrong with a value, as far as somebody would read it; the last one says how many more there are. */
export const describeIssues = ({ issues }: z.core.$ZodError): readonly Issue[] => {
  const listed = issues.slice(0, MAX_ISSUES).map(issueOf);
  const [next] = issues.slice(MAX_ISSUES, MAX_ISSUES + 1).map(issueOf);
  return next === undefined ? listed : [...listed, { ...next, message: moreOf(issues.length - MAX_ISSUES) }];
};

/** The same of what a YAML file holds, each at its place. */
export const problemsOf = (error: z.core.$ZodError, yaml: ParsedYaml): readonly YamlProblem[] =>
  describeIssues(error).map(({ path, isOfKey, message }) => ({
    message,
    position: (isOfKey ? positionOf : valuePositionOf)(yaml, path),
  }));
