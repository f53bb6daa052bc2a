/** Work that goes on after the answer of the request that began it. */
export interface Background {
  /** The work again, remembered until it ends. */
  readonly run: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Resolves when nothing goes on any more. */
  readonly flush: () => Promise<void>;
}

/** One a process. */
export const createBackground = (): Background => {
  const running = new Set<Promise<unknown>>();
  return {
    run: (work) => {
      running.add(work);
      const forget = () => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    flush: async () => {
      await Promise.allSettled(running);
    },
  };
};
