import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { shop } from '../graphs/shop.ts';
import { cpuMsOf } from '../processes.ts';
import { median } from '../rows.ts';
import { startSubgraphs } from '../subgraphs.ts';
import { hostile, usual } from './requests.ts';
import { startSubject, type Subject } from './subject.ts';

/** Requests before the first look: everything is compiled, and every cache is as full as these make it. */
const WARM_UP = 20_000;
const SLICE = 10_000;
const MOST_GROWTH = 1.1;
const MOST_SLOWDOWN = 1.2;

const flags = new Command('bench:memory')
  .description('Asks our gateway for long, then with operations that are never repeated, and looks at heap and speed.')
  .option('--requests <n>', 'usual requests', Number, 200_000)
  .option('--hostile <n>', 'operations none of which is like another', Number, 50_000)
  .parse()
  .opts<{ requests: number; hostile: number }>();

const tell = (text: string): void => void process.stderr.write(`  ${text}\n`);

/** Processor time of a usual request, in ms: the median of three slices. */
const usualCpuMs = async (subject: Subject): Promise<number> => {
  const slices: number[] = [];
  for (let slice = 0; slice < 3; slice += 1) {
    const before = subject.cpuMs();
    await subject.send(usual, { from: 0, to: SLICE });
    slices.push((subject.cpuMs() - before) / SLICE);
  }
  return median(slices);
};

const inSlices = async (subject: Subject, next: typeof usual, total: number): Promise<void> => {
  for (let from = 0; from < total; from += SLICE) {
    await subject.send(next, { from, to: Math.min(from + SLICE, total) });
    tell(`${Math.min(from + SLICE, total)} of ${total}: ${(await subject.heapMiB()).toFixed(1)} MiB`);
  }
};

const bar = (text: string, value: number, most: number): boolean => {
  process.stdout.write(`${value <= most ? 'pass' : 'FAIL'}  ${text} ≤ ${most}: ${value.toFixed(3)}\n`);
  return value <= most;
};

const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const subgraphs = await startSubgraphs(0);
const supergraph = join(folder, 'supergraph.graphql');
writeFileSync(supergraph, shop.supergraph(subgraphs.url));
const subject = await startSubject(supergraph, cpuMsOf);

await subject.send(usual, { from: 0, to: WARM_UP });
const [warmMiB, warmMs] = [await subject.heapMiB(), await usualCpuMs(subject)];
tell(`warm: ${warmMiB.toFixed(1)} MiB, ${warmMs.toFixed(4)} ms a request`);
await inSlices(subject, usual, flags.requests);
const longMiB = await subject.heapMiB();
await inSlices(subject, hostile, flags.hostile);
const hostileMiB = await subject.heapMiB();
const laterMs = await usualCpuMs(subject);
tell(`after all: ${hostileMiB.toFixed(1)} MiB, ${laterMs.toFixed(4)} ms a request`);
subject.stop();
subgraphs.stop();

const passed = [
  bar(`heap after ${flags.requests} requests ÷ heap when warm`, longMiB / warmMiB, MOST_GROWTH),
  bar(`processor time after ${flags.hostile} hostile operations ÷ before`, laterMs / warmMs, MOST_SLOWDOWN),
];
process.exit(passed.every(Boolean) ? 0 : 1);
