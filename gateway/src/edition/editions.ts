import type { Release } from '@qsr/artifact';
import { handoverOf } from '../direct/handover.ts';
import type { Handler } from '../http/drain.ts';
import { Edition, type EditionParts } from './edition.ts';

/** The edition that is served, and those before it whose requests have not all ended. */
export class Editions {
  readonly #common: EditionParts;
  readonly #ending = new Set<Promise<void>>();
  #current: Edition;

  private constructor(current: Edition, common: EditionParts) {
    this.#current = current;
    this.#common = common;
  }

  /** Rejects with an `Error` when the supergraph cannot be served. */
  static async start(release: Release, common: EditionParts): Promise<Editions> {
    return new Editions(await Edition.create(release, common), common);
  }

  get current(): Edition {
    return this.#current;
  }

  /** A request that was run already is answered by the edition that ran it. */
  readonly answer: Handler = async (request, reply) => {
    const edition = handoverOf(request.raw)?.begun?.edition ?? this.#current;
    edition.enter();
    try {
      return await edition.answer(request, reply);
    } finally {
      edition.leave();
    }
  };

  /** Serves another schema from now on. Rejects, and goes on with the one that there is, when it cannot be served. */
  async replace(release: Release): Promise<void> {
    const next = await Edition.create(release, this.#common);
    const last = this.#current;
    if (next.sharing !== undefined) last.sharing?.precede(next.sharing);
    this.#current = next;
    const ended = last
      .close()
      .catch((err: unknown) => this.#common.options.log.error({ err }, 'the schema before could not be let go'))
      .finally(() => this.#ending.delete(ended));
    this.#ending.add(ended);
  }

  /** Resolves when all have ended. */
  async close(): Promise<void> {
    await Promise.all([this.#current.close(), ...this.#ending]);
  }
}
