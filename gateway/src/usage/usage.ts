import type { Logger } from '@qsr/telemetry';
import { createUsageRecorder, openUsageFiles, type UsageRecorder } from '@qsr/usage';

/** What a crash may cost of the recording, in ms. */
const FLUSH_EVERY_MS = 5_000;

/** Records what is asked for into a directory. Rejects with an `Error` that names it when it cannot be written to. */
export const openUsage = async (directory: string, log: Logger): Promise<UsageRecorder> =>
  createUsageRecorder({
    sink: await openUsageFiles(directory),
    flushEveryMs: FLUSH_EVERY_MS,
    onProblem: (err) => log.error({ err }, 'usage is not recorded'),
  });
