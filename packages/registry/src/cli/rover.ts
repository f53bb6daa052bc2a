import { realpath } from 'node:fs/promises';
import { compose } from '../composition/compose.ts';
import { environment } from '../environment.ts';
import { exitCodes, InputError, type ExitCode } from '../exit-codes.ts';
import { composerVersion } from '../project/federation-version.ts';
import { readProject } from '../project/read-project.ts';
import { buildResultOf, configError } from '../rover/build-result.ts';
import { installRoverPlugin, roverBinFolder } from '../rover/plugin.ts';
import { tell } from './output.ts';

/** Composes for Rover, which has expanded the file and resolved its sources, and reads the result from stdout. */
export const composeForRover = async (config: string): Promise<ExitCode> => {
  try {
    const { subgraphs, findings } = await readProject(config, { expands: false });
    const named = subgraphs.map((subgraph) => ({ ...subgraph, file: subgraph.name }));
    const composition = compose(named);
    const result = buildResultOf({ ...composition, findings: [...findings, ...composition.findings] });
    tell(JSON.stringify(result));
    return 'Ok' in result ? exitCodes.good : exitCodes.bad;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Rover shows what it can read, and takes any exit code but 0 and 1 for a crash.
    tell(JSON.stringify(configError(error.message)));
    return exitCodes.bad;
  }
};

/** Options of `supergraph rover-plugin install`. */
export interface RoverPluginOptions {
  readonly federationVersion?: string;
  readonly force: boolean;
}

/** Writes the binary that Rover looks for. Throws `InputError`. */
export const runRoverPluginInstall = async ({ federationVersion, force }: RoverPluginOptions): Promise<ExitCode> => {
  const version = federationVersion ?? composerVersion;
  if (!/^2\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
    throw new InputError(`--federation-version: ${version} is none.`);
  const command = [process.execPath, await realpath(process.argv[1] ?? '')];
  const path = await installRoverPlugin({ folder: roverBinFolder(environment), version, command, force });
  tell(`${path} written. Rover composes with it: rover supergraph compose --skip-update --config supergraph.yaml`);
  return exitCodes.good;
};
