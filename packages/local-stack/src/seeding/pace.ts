const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/**
 * Tells how fast something goes and how long the rest takes, for example `850/s, 12 min left`; nothing in the first
 * second. Counts from the first call, for what was done before took no time. `now` in ms.
 */
export const createPace = (now: () => number): ((done: number, total: number) => string) => {
  let first: { readonly at: number; readonly done: number } | undefined;
  return (done, total) => {
    first ??= { at: now(), done };
    const seconds = (now() - first.at) / 1_000;
    if (seconds < 1 || done === first.done) return '';
    const perSecond = (done - first.done) / seconds;
    const rate = `${Math.round(perSecond)}/s`;
    return done < total ? `${rate}, ${duration((total - done) / perSecond)} left` : rate;
  };
};
