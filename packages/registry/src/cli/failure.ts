import { exitCodes, InputError, TimedOutError, type ExitCode } from '../exit-codes.ts';
import { isTooDeep } from '../project/parse-graphql.ts';
import { failureJson } from '../report/json.ts';
import { complain } from './output.ts';

const TOO_DEEP = 'Something in the schemas, operations or settings is nested too deeply. Write it flatter.';

const wantsJson = (args: readonly string[]): boolean =>
  args.includes('--format=json') || args.some((arg, index) => arg === '--format' && args[index + 1] === 'json');

/** What the system says of a file that cannot be read or written. Undefined for what is no such error. */
const ofFile = (error: unknown): string | undefined =>
  error instanceof Error && 'syscall' in error && 'path' in error
    ? `${String(error.path)} cannot be used: ${error.message}. May it be read and written, and has the disk room?`
    : undefined;

/** Tells why a command could not do its work; who asked for JSON gets that as well. */
export const failed = (error: unknown, args: readonly string[]): ExitCode => {
  const file = ofFile(error);
  const isExpected =
    error instanceof InputError || error instanceof TimedOutError || isTooDeep(error) || file !== undefined;
  const reason = file ?? (error instanceof Error ? error.message : String(error));
  const message = isTooDeep(error) ? TOO_DEEP : reason;
  const trace = error instanceof Error ? (error.stack ?? message) : message;
  complain(isExpected ? message : `supergraph failed: ${trace}`);
  if (wantsJson(args)) process.stdout.write(failureJson(message));
  return error instanceof TimedOutError ? exitCodes.timedOut : exitCodes.failed;
};
