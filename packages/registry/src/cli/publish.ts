import { resolve } from 'node:path';
import { readSigningKey, type SigningKey } from '@qsr/artifact';
import { checkedOut } from '../base/git.ts';
import { compose } from '../composition/compose.ts';
import { readSchemas } from '../composition/schemas.ts';
import { contractSdls } from '../contracts/contracts.ts';
import { exitCodes, InputError, type ExitCode } from '../exit-codes.ts';
import { isError } from '../finding.ts';
import { readProject } from '../project/read-project.ts';
import { draftOf } from '../publish/draft.ts';
import { publish, type Outcome } from '../publish/publish.ts';
import { tell } from './output.ts';
import { refuse } from './refuse.ts';

/** Options of `supergraph publish`. */
export interface PublishCommand {
  readonly config: string;
  /** The folder of artifacts; absent, that of registry.yaml. */
  readonly out?: string;
  readonly previous?: string;
  /** PEM, base64 of DER, or the path of a PEM file. */
  readonly key?: string;
  readonly dryRun: boolean;
}

const keyOf = async (configured: string | undefined): Promise<SigningKey | undefined> => {
  if (configured === undefined || configured === '') return undefined;
  try {
    return await readSigningKey(configured, 'the signing key');
  } catch (cause) {
    throw new InputError(
      `${cause instanceof Error ? cause.message : String(cause)}. See packages/artifact/README.md.`,
      {
        cause,
      },
    );
  }
};

const report = (
  outcome: Outcome,
  { folder, dryRun, signed }: { folder: string; dryRun: boolean; signed: string },
): void => {
  const { version } = outcome;
  if (outcome.kind === 'unchanged') {
    tell(
      `Version ${version} has this content already. ${outcome.settled ? `${folder} was put right.` : 'Nothing was written.'}`,
    );
    return;
  }
  tell(
    dryRun
      ? `Version ${version} would be published to ${folder}, ${signed}.`
      : `Version ${version} published to ${folder}, ${signed}.`,
  );
  tell('');
  process.stdout.write(outcome.changelog);
};

/** Composes, and publishes what comes of it. `check` is for before: this asks only for schemas that compose, those of contracts too. */
export const runPublish = async ({ config, out, previous, dryRun, ...options }: PublishCommand): Promise<ExitCode> => {
  const project = await readProject(config);
  const key = await keyOf(options.key);
  const { supergraphSdl, findings } = compose(project.subgraphs);
  if (supergraphSdl === undefined || findings.some(isError)) {
    return refuse(findings, { config });
  }
  const contracts = contractSdls(project, supergraphSdl);
  if (contracts.findings.some(isError)) {
    return refuse(contracts.findings, { config, ran: 'contracts' });
  }
  const folder = resolve(project.folder, out ?? project.artifacts);
  const draft = draftOf(project, readSchemas(supergraphSdl), contracts.sdls);
  const revision = (await checkedOut(project.folder)) ?? null;
  const outcome = await publish(draft, { folder, from: previous, key, dryRun, now: new Date(), revision });
  report(outcome, {
    folder,
    dryRun,
    signed: key === undefined ? 'not signed (SUPERGRAPH_SIGNING_KEY and --key are absent)' : `signed with ${key.id}`,
  });
  return exitCodes.good;
};
