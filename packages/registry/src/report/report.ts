import type { CheckResult } from '../check/run.ts';
import { environment } from '../environment.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import type { FormatName } from './names.ts';
import { fromHere, fromRoot } from './from.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** How a result is reported. */
export interface Reporting {
  readonly format: FormatName;
  /** The path of supergraph.yaml. */
  readonly config: string;
}

/**
 * Writes a result; the text ends with a line break. Places are relative to where the command runs for people and programs,
 * and to the root of the repository for those who show them in its files.
 */
export const report = async (result: CheckResult, { format, config }: Reporting): Promise<string> => {
  switch (format) {
    case 'text':
      return text(fromHere(result, config));
    case 'json':
      return json(fromHere(result, config));
    case 'github':
      return github(await fromRoot(result, config, environment['GITHUB_WORKSPACE']));
    case 'sarif':
      return sarif(await fromRoot(result, config, environment['GITHUB_WORKSPACE']));
  }
};
