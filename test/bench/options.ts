import { Argument, Command, Option } from 'commander';
import { gateways, type Gateway } from './gateways.ts';
import { profiles, type Profile } from './profiles.ts';

/** What the command line asks for. */
export interface Options {
  readonly profiles: readonly Profile[];
  readonly gateways: readonly Gateway[];
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly json: string | undefined;
  readonly profileCpu: string | undefined;
}

const namesOf = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name);
const named = <Item extends { readonly name: string }>(all: readonly Item[], names: readonly string[]): Item[] =>
  all.filter(({ name }) => names.includes(name));

interface Flags extends Pick<Options, 'rounds' | 'seconds' | 'connections' | 'json' | 'profileCpu'> {
  readonly profile: string[];
  readonly gateways: string[];
}

/** Reads the command line; prints help or what is wrong with it, and exits. */
export const readOptions = (argv: readonly string[]): Options => {
  const choice = (flag: string, text: string, all: readonly { readonly name: string }[]): Option =>
    new Option(flag, text).choices(namesOf(all)).default(namesOf(all), 'all');
  const flags = new Command('bench')
    .description('Compares gateways: one core each, in interleaved rounds. Figures are medians; test/bench/README.md.')
    .addArgument(new Argument('<what>', 'what to compare').choices(['gateway']))
    .addOption(choice('--profile <names...>', 'what is asked', profiles))
    .addOption(choice('--gateways <names...>', 'who is asked', gateways))
    .option('--rounds <n>', 'slices of load for each gateway', Number, 3)
    .option('--seconds <s>', 'length of a slice', Number, 10)
    .option('--connections <n>', 'requests under way at a time', Number, 50)
    .option('--json <file>', 'writes the rows as JSON')
    .option('--profile-cpu <folder>', 'writes a CPU profile of ours there; it is slower meanwhile')
    .parse(argv)
    .opts<Flags>();
  return { ...flags, profiles: named(profiles, flags.profile), gateways: named(gateways, flags.gateways) };
};
