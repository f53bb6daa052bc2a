import type { Viewer } from '@qsr/identity';

interface Flight<Result> {
  readonly result: Promise<Result>;
  /** Monotonic, in ms. */
  readonly begunAt: number;
}

/** How old what is joined may be, in ms: nobody gets an answer that was read long before it was asked for. */
const JOINABLE_MS = 250;

/** All that subgraphs are told of a viewer: two callers are the same when they differ in none of it. */
const identityOf = ({ kind, subject, customerId, scopes }: Viewer): string =>
  JSON.stringify([kind, subject, customerId, scopes]);

/** Reads under way, by who asks and what. Only the same viewer joins. */
export class Flights<Result> {
  readonly #byViewer = new Map<string, Map<string, Flight<Result>>>();
  readonly #identities = new WeakMap<Viewer, string>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Joins the same read of the same viewer, if one is under way; else begins it. `what` must tell everything apart. */
  share(viewer: Viewer, what: string, begin: () => Promise<Result>): Promise<Result> {
    const identity = this.#identityOf(viewer);
    const known = this.#byViewer.get(identity)?.get(what);
    const now = this.#now();
    if (known !== undefined && now - known.begunAt < JOINABLE_MS) return known.result;
    const flight = { result: begin(), begunAt: now };
    this.#add(identity, what, flight);
    return flight.result;
  }

  /** After a write: what the viewer asks from now on must not join what was read before. */
  forget(viewer: Viewer): void {
    this.#byViewer.delete(this.#identityOf(viewer));
  }

  #identityOf(viewer: Viewer): string {
    let identity = this.#identities.get(viewer);
    if (identity === undefined) this.#identities.set(viewer, (identity = identityOf(viewer)));
    return identity;
  }

  #add(identity: string, what: string, flight: Flight<Result>): void {
    const flights = this.#byViewer.get(identity) ?? new Map<string, Flight<Result>>();
    this.#byViewer.set(identity, flights);
    flights.set(what, flight);
    const land = (): void => {
      if (flights.get(what) === flight) flights.delete(what);
      if (flights.size === 0 && this.#byViewer.get(identity) === flights) this.#byViewer.delete(identity);
    };
    flight.result.then(land, land);
  }
}
