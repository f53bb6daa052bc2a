import type { CheckResult } from '../check/run.ts';
import type { Finding } from '../finding.ts';

/** The version of Rover's envelope. */
const VERSION = '1';

const code = 'E029';

const errorOf = (findings: readonly Finding[]) => ({
  message: 'The schema is bad.',
  code,
  causes: findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
});

/** Shaped as Rover's `--format json`. */
export const json = ({ findings, ran, passed }: CheckResult): string =>
  `${JSON.stringify({
    json_version: VERSION,
    data: { success: passed, checks: ran, findings },
    error: passed ? null : errorOf(findings),
  })}\n`;
