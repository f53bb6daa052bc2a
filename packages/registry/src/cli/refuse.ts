import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { CheckName, Finding } from '../finding.ts';
import { fromHere } from '../report/from.ts';
import { text } from '../report/text.ts';

/** Tells why a command cannot go on with such a schema. */
export const refuse = (
  findings: readonly Finding[],
  { config, ran = 'compose' }: { readonly config: string; readonly ran?: CheckName },
): ExitCode => {
  process.stderr.write(text(fromHere({ findings, ran: [ran], passed: false }, config)));
  return exitCodes.bad;
};
