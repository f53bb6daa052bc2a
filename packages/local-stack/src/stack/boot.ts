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
  await Promise.all(children.map((child) => waiting.for(child.program.name, joined(kit.proxies, child))));
  return children;
};

/** Resolves when a part listens, and what calls it reaches it. */
const joined = async (proxies: Proxies, child: Child): Promise<void> => {
  const { name } = child.program;
  const url = await child.listening;
  if (proxies.has(name)) proxies.forward(name, url);
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

/** Starts every part at once: each is pointed at the proxies of the others, which listen already. Answers the gateway's URL. */
export const boot = async (kit: BootKit): Promise<string> => {
  const { foundations, subgraphs, gateway } = planStack(kit.setup, kit.proxies);
  using waiting = new Waiting((text) => kit.report.step(text));
  kit.report.step(`starting ${foundations.length + subgraphs.length + 1} processes`);
  const [, , child] = await Promise.all([
    startStage(kit, foundations, waiting),
    startStage(kit, subgraphs, waiting),
    startGateway(kit, gateway, waiting),
  ]);
  return await child.listening;
};

/** Starts a part that has crashed again, where those that call it find it: behind its proxy, or on its port of before. */
export const restart = async ({ supervisor, proxies, report }: BootKit, name: string): Promise<void> => {
  using waiting = new Waiting((text) => report.step(text));
  if (name !== 'gateway') {
    await waiting.for(name, joined(proxies, supervisor.restart(name)));
    return;
  }
  const { port } = new URL(await supervisor.child(name).listening);
  const child = supervisor.restart(name, { PORT: port });
  const url = await waiting.for(name, child.listening);
  await waiting.for(name, healthy(child, url));
};
