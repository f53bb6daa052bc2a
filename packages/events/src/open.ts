import type { EventBus } from './bus.ts';
import { snsBus, type SnsOptions } from './sns/bus.ts';
import { busLocation } from './sns/location.ts';
import { topology } from './topology.ts';

/** Default: the topology of the product, 5 s for a call, 30 s hidden. */
export type BusOptions = Partial<SnsOptions>;

/**
 * Opens the bus that a URL names: `sns://<region>/<prefix>` on AWS, `sns+http://<host>:<port>/<prefix>` on an emulator.
 * Connects with the first call, so that a bus that is down does not keep a service from starting. Throws `TypeError`
 * for any other URL.
 */
export const openBus = (url: string, options: BusOptions = {}): EventBus =>
  snsBus(busLocation(url), { topology, timeoutMs: 5_000, visibilityMs: 30_000, ...options });
