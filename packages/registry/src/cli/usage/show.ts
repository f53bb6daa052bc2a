import { exitCodes, InputError, type ExitCode } from '../../exit-codes.ts';
import type { Project } from '../../project/project.ts';
import { readProject } from '../../project/read-project.ts';
import { allCoordinates } from '../../usage/all-coordinates.ts';
import { loadUsage } from '../../usage/load.ts';
import type { RecordedUsage } from '../../usage/recorded.ts';
import { usageSchema } from '../../usage/schema.ts';
import type { Uses } from '../../usage/usage.ts';
import { complain, tell } from '../output.ts';

/** Options of `supergraph usage show`. */
export interface UsageShowOptions {
  readonly config: string;
  readonly schema?: string;
  readonly usage?: string;
  readonly usageDays?: number;
  /** The least used first. */
  readonly least: boolean;
  readonly limit: number;
}

const isCoordinate = /^@?[_A-Za-z]\w*(?:\.[_A-Za-z]\w*)?(?:\([_A-Za-z]\w*:\))?$/;

const basis = ({ requests, days, since, lastDay }: RecordedUsage): string =>
  `${requests} requests on ${days === 1 ? 'one day' : `${days} days`}, ${since} to ${lastDay}.`;

const tellOf = (coordinate: string, uses: Uses | undefined): void => {
  if (uses === undefined) {
    tell(`${coordinate}: nobody asked for it.`);
    return;
  }
  tell(`${coordinate}: ${uses.count} requests, last on ${uses.lastSeen}.`);
  tell('Clients:');
  for (const client of uses.clients) tell(`  ${client}`);
  tell('Operations:');
  for (const operation of uses.operations) tell(`  ${operation}`);
};

const tellList = async (usage: RecordedUsage, project: Project, { schema, least, limit }: UsageShowOptions) => {
  const known = allCoordinates(await usageSchema(project, schema === undefined ? {} : { schema }));
  const counted = known.map((coordinate) => ({ coordinate, uses: usage.usesOf(coordinate) }));
  const sign = least ? 1 : -1;
  const sorted = counted.toSorted((one, other) => sign * ((one.uses?.count ?? 0) - (other.uses?.count ?? 0)));
  for (const { coordinate, uses } of sorted.slice(0, limit)) {
    tell(`${String(uses?.count ?? 0).padStart(10)}  ${uses?.lastSeen ?? 'never     '}  ${coordinate}`);
  }
  const unused = counted.filter(({ uses }) => uses === undefined).length;
  tell(`${counted.length} elements; nobody asked for ${unused} of them.`);
};

/** Tells what is known of a coordinate, or which are asked for most or least. */
export const runUsageShow = async (coordinate: string | undefined, options: UsageShowOptions): Promise<ExitCode> => {
  if (coordinate !== undefined && !isCoordinate.test(coordinate)) {
    throw new InputError(
      `${coordinate} is no coordinate. Write Type, Type.field, Type.field(argument:), Enum.VALUE or @directive.`,
    );
  }
  const project = await readProject(options.config);
  const { usage, notices } = await loadUsage(project, {
    path: options.usage,
    days: options.usageDays,
    now: Date.now(),
  });
  notices.forEach(complain);
  if (usage === undefined) {
    if (notices.length === 0) complain(`usage: there is no ${project.usage.path}, so nothing is known.`);
    return exitCodes.failed;
  }
  if (coordinate === undefined) await tellList(usage, project, options);
  else tellOf(coordinate, usage.usesOf(coordinate));
  tell(basis(usage));
  return exitCodes.good;
};
