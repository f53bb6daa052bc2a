import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gateway, Setting } from './gateways.ts';
import { startPinned, type Command, type Pinned } from './processes.ts';
import type { Profile } from './profiles.ts';
import { startSubgraphs } from './subgraphs.ts';

/** What a profile is measured in: subgraphs and gateways that no other profile has used. */
export interface Bed {
  readonly gateways: ReadonlyMap<string, Pinned>;
  /** Requests that have reached the subgraphs so far. */
  fetches(): number;
  start(gateway: Gateway): Promise<void>;
  /** Stops one of the gateways. */
  drop(name: string): Promise<void>;
  /** Stops everything. */
  stop(): Promise<void>;
}

/** A number as `taskset` takes it; load and subgraphs, this process, are on the other. */
export const GATEWAY_CORE = 0;

const profiled = ({ argv: [node = '', ...args], ...rest }: Command, folder: string): Command => ({
  ...rest,
  argv: [node, '--cpu-prof', `--cpu-prof-dir=${folder}`, ...args],
});

/** `profileCpu` is a folder for a CPU profile of ours. */
export const makeBed = async (profile: Profile, profileCpu: string | undefined): Promise<Bed> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const subgraphs = await startSubgraphs(profile.latencyMs);
  const setting: Setting = { profile, folder, origin: subgraphs.url, supergraph: join(folder, 'supergraph.graphql') };
  writeFileSync(setting.supergraph, profile.graph.supergraph(subgraphs.url));
  const gateways = new Map<string, Pinned>();
  const isProfiled = (name: string): boolean => profileCpu !== undefined && name === 'ours';
  const drop = async (name: string): Promise<void> => {
    // A profile is written by a process that ends by itself.
    await gateways.get(name)?.stop(isProfiled(name) ? 'SIGTERM' : 'SIGKILL');
    gateways.delete(name);
  };
  return {
    gateways,
    drop,
    fetches: () => subgraphs.fetches,
    start: async (gateway) => {
      const command = await gateway.command(setting);
      const { name } = gateway;
      const started = isProfiled(name) ? profiled(command, profileCpu ?? '') : command;
      gateways.set(name, await startPinned(started, GATEWAY_CORE));
    },
    stop: async () => {
      for (const name of [...gateways.keys()]) await drop(name);
      subgraphs.stop();
    },
  };
};
