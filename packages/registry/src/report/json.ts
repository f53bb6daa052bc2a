import type { CheckResult } from '../check/run.ts';
import { isError } from '../finding.ts';
import { buildErrorOf, hintOf } from '../rover/build-result.ts';

/** The version of Rover's envelope. */
const VERSION = '1';

interface JsonError {
  readonly message: string;
  /** Rover's; null where it has none. */
  readonly code: string | null;
  readonly details?: unknown;
  readonly causes?: readonly string[];
}

const enveloped = (data: Readonly<Record<string, unknown>>, error: JsonError | null): string =>
  `${JSON.stringify({ json_version: VERSION, data, error })}\n`;

/** What does not build has the code of Rover's `supergraph compose`; what fails another check that of `subgraph check`. */
const errorOf = ({ findings, ran }: CheckResult): JsonError => {
  const errors = findings.filter(isError);
  const causes = errors.map(({ message }) => message);
  if (ran.length > 1) return { message: 'The schema is bad.', code: 'E043', causes };
  const count = `${errors.length} build error${errors.length === 1 ? '' : 's'}`;
  const details = { build_errors: errors.map(buildErrorOf) };
  return { message: `Encountered ${count} while trying to build a supergraph.`, code: 'E029', details, causes };
};

/** Shaped as Rover's `--format json`. */
export const json = (result: CheckResult): string =>
  enveloped(
    { success: result.passed, checks: result.ran, findings: result.findings },
    result.passed ? null : errorOf(result),
  );

/** Of a schema that was written: as Rover's `supergraph compose`, else as its `graph fetch`. */
export type WrittenSchema =
  | { readonly core_schema: string; readonly federation_version: string }
  | { readonly sdl: { readonly contents: string } };

/** As Rover's `supergraph compose --format json`, with our findings beside its hints. Undefined schema: there is none. */
export const schemaJson = (result: CheckResult, schema: WrittenSchema | undefined): string => {
  const { findings, passed } = result;
  const hints = findings.filter((finding) => !isError(finding)).map(hintOf);
  return enveloped({ ...schema, hints, success: passed, findings }, passed ? null : errorOf(result));
};

/** For what could not be done at all, as Rover has it. */
export const failureJson = (message: string): string => enveloped({ success: false }, { message, code: null });
