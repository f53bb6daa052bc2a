import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { World } from '@qsr/seed';
import { exampleValues } from '../graphiql/example-ids.ts';
import { graphiqlTabs, readOperations } from '../graphiql/tabs.ts';
import type { Child, Program } from '../supervisor/child.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import { requestToken, type TokenSource } from '../tokens/request.ts';
import type { StackReport, StackSetup } from './options.ts';
import { planStack } from './plan.ts';
import type { Proxies } from './proxies.ts';
import { healthy, Waiting } from './waiting.ts';

/** What a boot works with. */
export interface BootKit {
  readonly setup: StackSetup;
  readonly proxies: Proxies;
  readonly supervisor: Supervisor;
  readonly world: World;
  readonly report: StackReport;
}

/** All parts listen and the gateway is ready. */
export interface Booted {
  readonly gatewayUrl: string;
  readonly children: ReadonlyMap<string, Child>;
}

/** Where tokens of a stack come from. */
export const tokenSource = (proxies: Proxies, world: World): TokenSource => ({
  identityProvider: `http://${proxies.address('identity-provider')}`,
  defaultCustomerId: world.defaultCustomerId,
});

/** Tabs outlive a working day: thirty days. */
const tabTokenSeconds = 30 * 86_400;

const writeTabs = async ({ setup, proxies, world }: BootKit): Promise<void> => {
  const source = tokenSource(proxies, world);
  const options = { ttlSeconds: tabTokenSeconds };
  const [customer, marketing, staff] = await Promise.all([
    requestToken(source, 'customer', options),
    requestToken(source, 'marketing', options),
    requestToken(source, 'staff', options),
  ]);
  const operations = await readOperations(resolve(setup.root, 'operations'));
  const tabs = graphiqlTabs(operations, exampleValues(world), { customer, marketing, staff });
  await writeFile(setup.data.tabs, JSON.stringify(tabs, null, 2), { mode: 0o600 });
};

const startStage = async (kit: BootKit, programs: readonly Program[], waiting: Waiting): Promise<readonly Child[]> => {
  const children = kit.supervisor.start(programs);
  const listen = async (child: Child): Promise<void> => {
    const { name } = child.program;
    kit.proxies.forward(name, await waiting.for(name, child.listening));
  };
  await Promise.all(children.map(listen));
  return children;
};

/** A little later than the rest: the tabs that it shows need tokens, and so the identity provider. */
const startGateway = async (kit: BootKit, program: Program, waiting: Waiting): Promise<Child> => {
  await writeTabs(kit);
  const [gateway] = kit.supervisor.start([program]);
  if (gateway === undefined) throw new Error('no gateway was started');
  const url = await waiting.for('gateway', gateway.listening);
  await waiting.for('gateway', healthy(gateway, url));
  return gateway;
};

/** Starts every part at once: each is pointed at the proxies of the others, which listen already. */
export const boot = async (kit: BootKit): Promise<Booted> => {
  const { foundations, subgraphs, gateway } = planStack(kit.setup, kit.proxies);
  using waiting = new Waiting((text) => kit.report.step(text));
  kit.report.step(`starting ${foundations.length + subgraphs.length + 1} processes`);
  const stages = await Promise.all([
    startStage(kit, foundations, waiting),
    startStage(kit, subgraphs, waiting),
    startGateway(kit, gateway, waiting),
  ]);
  return {
    gatewayUrl: await stages[2].listening,
    children: new Map(stages.flat().map((child) => [child.program.name, child])),
  };
};
