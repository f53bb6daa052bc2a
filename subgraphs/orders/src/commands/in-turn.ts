const queues = new Map<string, Promise<unknown>>();

/**
 * Lets the callers of this process who want the same thing go one after the other. Not for safety, which conditional
 * writes give across processes: fifty writers that race for one item read it a thousand times before all have won.
 */
export const inTurn = async <Value>(key: string, work: () => Promise<Value>): Promise<Value> => {
  const mine = (queues.get(key) ?? Promise.resolve()).then(work, work);
  queues.set(key, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(key) === mine) queues.delete(key);
  }
};
