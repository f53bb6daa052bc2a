import { createJob, type Job, type JobOptions } from '@qsr/subgraph';
import type { PostingParts } from '../posting/parts.ts';
import type { Pipeline } from '../posting/pipeline.ts';

/** Accounts that one run takes, all at once: the client of the legacy system bounds how many writes are in flight. */
const batch = 20;

/** What the job is made with. */
export interface PostEntriesParts extends Pick<PostingParts, 'repositories' | 'now'> {
  readonly pipeline: Pipeline;
  readonly log: NonNullable<JobOptions['log']>;
}

/** Posts what accounts owe to the ledger's table and to the legacy system. An account that fails fails alone. */
export const createPostEntries = ({ repositories, pipeline, now, log }: PostEntriesParts): Job =>
  createJob({
    name: 'post-entries',
    everyMs: 500,
    log,
    run: async () => {
      const due = await repositories.accounts.due(now(), batch);
      const done = await Promise.all(
        due.map((account) =>
          pipeline.advance(account).catch((error: unknown) => {
            log.warn({ err: error, account: account.id }, 'entries could not be posted; the account stays due');
            return false;
          }),
        ),
      );
      return done.filter(Boolean).length;
    },
  });
