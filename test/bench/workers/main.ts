import { Command } from 'commander';
import { keepAwake, keepPolling } from '../awake.ts';
import { GATEWAY_CORE, makeBed, type Bed } from '../bed.ts';
import { oursWith } from '../gateways.ts';
import { closedLoop } from '../load.ts';
import { profiles } from '../profiles.ts';
import { median, rpsOf } from '../rows.ts';
import { askAlone } from '../subject.ts';
import { childrenOf, giveShare } from './shares.ts';

const LEAST = 1.8;
const WARM_UP_SECONDS = 15;

const flags = new Command('bench:workers')
  .description('Compares one worker of our gateway with two, each with the same part of a core. Linux, as root.')
  .option('--rounds <n>', 'slices of load for each', Number, 5)
  .option('--seconds <s>', 'length of a slice', Number, 5)
  .option('--connections <n>', 'requests under way at a time', Number, 50)
  .option('--share <s>', 'part of a core for each worker', Number, 0.4)
  .parse()
  .opts<{ rounds: number; seconds: number; connections: number; share: number }>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const tell = (text: string): void => void process.stderr.write(`  ${text}\n`);
const nameOf = (workers: number): string => `${workers} worker${workers === 1 ? '' : 's'}`;

const limit = (bed: Bed, workers: number): void => {
  const { pid } = bed.gateways.get(nameOf(workers))!;
  // One worker is the process itself; of several the first process only gives out connections.
  for (const each of workers === 1 ? [pid] : childrenOf(pid)) giveShare(each, flags.share);
};

const profile = profiles.find(({ name }) => name === 'small')!;
const body = JSON.stringify(profile.operation);
keepAwake(GATEWAY_CORE);
const stopPolling = keepPolling();
const bed = await makeBed(profile, undefined);
const rates = new Map<number, number[]>([
  [1, []],
  [2, []],
]);

const slice = async (workers: number, seconds: number): Promise<number> => {
  const gateway = nameOf(workers);
  const { url } = bed.gateways.get(gateway)!;
  const { bytes } = await askAlone(bed, gateway, body);
  const { connections } = flags;
  return rpsOf(await closedLoop({ gateway, url, body, bytes }, { connections, ms: seconds * 1000 }));
};

try {
  for (const workers of rates.keys()) {
    await bed.start(oursWith(nameOf(workers), ['--workers', String(workers)]));
    await slice(workers, WARM_UP_SECONDS);
    // A part of a core would take minutes to compile what is hot.
    limit(bed, workers);
  }
  for (let round = 1; round <= flags.rounds; round += 1) {
    for (const [workers, found] of rates) {
      found.push(await slice(workers, flags.seconds));
      tell(`round ${round} of ${flags.rounds}, ${nameOf(workers)}: ${found.at(-1)!.toFixed(0)}/s`);
    }
  }
  const ratio = median(rates.get(2)!) / median(rates.get(1)!);
  process.stdout.write(`${ratio >= LEAST ? 'pass' : 'FAIL'}  two workers ÷ one ≥ ${LEAST}: ${ratio.toFixed(2)}\n`);
  process.exitCode = ratio >= LEAST ? 0 : 1;
} finally {
  await bed.stop();
  stopPolling();
}
