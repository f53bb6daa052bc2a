import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '@qsr/local-stack/stack';
import { adminOf } from './books.ts';
import type { Cut, Disturbance, Fault, Kill } from './plan.ts';

/** Breaks a stack by a plan as a run goes on. */
export interface Saboteur {
  /** To be called with the number of checkouts begun so far. */
  advance(begun: number): void;
  /** How many faults were begun. */
  readonly count: number;
  /** Ends every fault; resolves when everything runs and behaves. */
  heal(): Promise<void>;
}

/** Tells a simulated system how to behave; `{}` mends it. */
const behave = async (stack: Stack, system: string, faults: object): Promise<void> => {
  const response = await fetch(`${adminOf(stack, system)}/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  if (!response.ok) throw new Error(`${system} refused the faults: ${await response.text()}`);
};

/** What a store in slow motion adds each way, in ms: a step of a few milliseconds takes a third of a second. */
const slowStoreMs = 150;

/** What systems do wrong all the time: the answers that are lost the most are those to what is asked the least. */
const usual: Readonly<Record<string, object>> = {
  'legacy-payment': { endpoints: { refund: { loseAcknowledgement: 0.3 } } },
  'legacy-loyalty': {
    endpoints: {
      'transaction/reverse': { loseAcknowledgement: 0.3 },
      'enrollment/createAndRegister': { loseAcknowledgement: 0.3 },
    },
  },
};

export const createSaboteur = (stack: Stack, plan: readonly Fault[]): Saboteur => {
  const healing = new AbortController();
  /** What is done to a part or system, one thing after the other. */
  const queues = new Map(Object.entries(usual).map(([system, faults]) => [system, behave(stack, system, faults)]));
  let next = 0;

  const pause = (ms: number) => sleep(ms, undefined, { signal: healing.signal }).catch(() => undefined);

  const kill = async ({ part, downMs, slowlyMs }: Kill): Promise<void> => {
    if (slowlyMs > 0) stack.fault('store', 'slow', slowStoreMs);
    await pause(slowlyMs);
    await stack.kill(part);
    if (slowlyMs > 0) stack.fault('store', 'up');
    await pause(downMs);
    await stack.restart(part);
    if (usual[part] !== undefined) await behave(stack, part, usual[part]);
  };
  const disturb = async ({ system, faults, forMs }: Disturbance): Promise<void> => {
    await behave(stack, system, { ...usual[system], ...faults });
    await pause(forMs);
    await behave(stack, system, usual[system] ?? {});
  };
  const cut = async ({ part, mode, forMs }: Cut): Promise<void> => {
    stack.fault(part, mode);
    await pause(forMs);
    stack.fault(part, 'up');
  };
  const workOf = (fault: Fault): Promise<void> => {
    switch (fault.kind) {
      case 'kill':
        return kill(fault);
      case 'disturb':
        return disturb(fault);
      case 'cut':
        return cut(fault);
    }
  };
  const begin = (fault: Fault): void => {
    const name = fault.kind === 'disturb' ? fault.system : fault.part;
    queues.set(
      name,
      (queues.get(name) ?? Promise.resolve()).then(() => workOf(fault)),
    );
  };

  return {
    advance: (begun) => {
      for (let fault = plan[next]; fault !== undefined && fault.at <= begun; fault = plan[next]) {
        begin(fault);
        next += 1;
      }
    },
    get count() {
      return next;
    },
    heal: async () => {
      healing.abort();
      await Promise.all(queues.values());
      await Promise.all(Object.keys(usual).map((system) => behave(stack, system, {})));
    },
  };
};
