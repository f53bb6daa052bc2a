import { openBus, topology } from '@qsr/events';

/** How many messages every queue holds, dead letters included; those that are empty are left out. */
export const fullQueues = async (busUrl: string): Promise<readonly string[]> => {
  const bus = openBus(busUrl);
  try {
    const full: string[] = [];
    for (const consumer of Object.keys(topology)) {
      const { queue, deadLetters } = await bus.subscription(consumer);
      for (const [name, each] of [
        [`queue of ${consumer}`, queue],
        [`dead letters of ${consumer}`, deadLetters],
      ] as const) {
        const { waiting, delayed, inFlight } = await each.depth();
        if (waiting + delayed + inFlight > 0)
          full.push(`${name}: ${waiting} waiting, ${delayed} delayed, ${inFlight} in flight`);
      }
    }
    return full;
  } finally {
    bus.close();
  }
};
