/** Token buckets that hold one second's worth of calls each, one bucket a key. */
export interface Throttle {
  /** True when the call may pass. `perSecond` may change from call to call. */
  take(key: string, perSecond: number): boolean;
}

/** `now` is the only clock, so a test moves time by hand. */
export const createThrottle = (now: () => Date): Throttle => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take: (key, perSecond) => {
      const at = now().getTime();
      const bucket = buckets.get(key) ?? { tokens: perSecond, at };
      const tokens = Math.min(perSecond, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
      const passes = tokens >= 1;
      buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at });
      return passes;
    },
  };
};
