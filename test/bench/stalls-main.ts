/**
 * Watches the core that it is bound to: it wants to run every millisecond, before anything else on this machine, and tells
 * its parent by how much it came too late, as `{ fromMs, toMs }` of the monotonic clock. Nobody within the machine can hold
 * it up: what did is the host.
 */
const PERIOD_MS = 1;
/** What a wake-up may take. */
const TOLERANCE_MS = 0.7;

const asleep = new Int32Array(new SharedArrayBuffer(4));
const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

let last = nowMs();
const look = (): void => {
  Atomics.wait(asleep, 0, 0, PERIOD_MS);
  const now = nowMs();
  if (now - last > PERIOD_MS + TOLERANCE_MS) process.send?.({ fromMs: last, toMs: now });
  last = now;
  setImmediate(look);
};
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
look();
