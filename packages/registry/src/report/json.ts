import type { CheckResult } from '../check/run.ts';
import { isError } from '../finding.ts';
import { buildErrorOf } from '../rover/build-result.ts';

/** The version of Rover's envelope. */
const VERSION = '1';

/** What does not build has the code of Rover's `supergraph compose`; what fails another check that of `subgraph check`. */
const errorOf = ({ findings, ran }: CheckResult) => {
  const errors = findings.filter(isError);
  const causes = errors.map(({ message }) => message);
  if (ran.length > 1) return { message: 'The schema is bad.', code: 'E043', causes };
  const count = `${errors.length} build error${errors.length === 1 ? '' : 's'}`;
  const details = { build_errors: errors.map(buildErrorOf) };
  return { message: `Encountered ${count} while trying to build a supergraph.`, code: 'E029', details, causes };
};

/** Shaped as Rover's `--format json`. */
export const json = (result: CheckResult): string =>
  `${JSON.stringify({
    json_version: VERSION,
    data: { success: result.passed, checks: result.ran, findings: result.findings },
    error: result.passed ? null : errorOf(result),
  })}\n`;
