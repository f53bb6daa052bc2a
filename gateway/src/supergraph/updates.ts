import {
  readRelease,
  Refused,
  requireSuccessor,
  type Location,
  type Release,
  type RefusalCode,
  type VerifyKeys,
} from '@qsr/artifact';
import type { Logger } from '@qsr/telemetry';

export interface UpdatesOptions {
  readonly location: Location;
  /** Empty: nothing need be signed. */
  readonly keys: VerifyKeys;
  /** How often to look, in ms; undefined: never. */
  readonly pollMs: number | undefined;
  /** Whether a lower version may follow a higher one. */
  readonly allowRollback: boolean;
  /** Serves another release from now on, or rejects when it cannot be served. */
  readonly apply: (release: Release) => Promise<void>;
  /** Told whenever what is served has another name. */
  readonly onServed: (release: Release) => void;
  /** Told after each look. */
  readonly onLook: (outcome: Outcome) => void;
  readonly log: Logger;
}

/** What came of a look. `refused`: what is there must not be served, or cannot be. */
export type Outcome = 'unchanged' | 'renewed' | 'refused' | 'unavailable';

/** Why the schema that runs is not what is published. */
export type Problem = RefusalCode | 'UNSERVABLE';

/** Longest pause after failures, in ms, unless looks are farther apart anyway. */
const LONGEST_PAUSE_MS = 60_000;
/** Looks are spread by a tenth, so that many gateways do not ask at once. */
const JITTER = 0.1;

const problemOf = (error: unknown): Problem => (error instanceof Refused ? error.code : 'UNSERVABLE');

/**
 * Looks now and then whether another supergraph was published, and has it served. Whatever goes wrong, the schema that runs
 * stays; that is logged when it begins, when it becomes something else, and when it is over.
 */
export class Updates {
  readonly #options: UpdatesOptions;
  readonly #stopping = new AbortController();
  #running: Release;
  #loadedAt = new Date();
  /** Of what was read last, whether it could be served or not. */
  #validator: string | undefined;
  /** What could not be served: another try would end in the same. */
  #unservable: { readonly release: Release; readonly error: unknown } | undefined;
  #failure: { readonly problem: Problem; readonly message: string; readonly times: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();

  constructor(running: Release, options: UpdatesOptions) {
    this.#running = running;
    this.#validator = running.validator;
    this.#options = options;
    this.#schedule();
  }

  get running(): Release {
    return this.#running;
  }

  get loadedAt(): Date {
    return this.#loadedAt;
  }

  /** Undefined while what runs is what is published, as far as is known. */
  get problem(): Problem | undefined {
    return this.#failure?.problem;
  }

  /** Looks no more. Resolves when nothing is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#look;
  }

  #schedule(): void {
    const { pollMs } = this.#options;
    if (pollMs === undefined || this.#stopping.signal.aborted) return;
    const times = this.#failure?.times ?? 0;
    const pause = Math.min(pollMs * 2 ** times, Math.max(pollMs, LONGEST_PAUSE_MS));
    const spread = 1 + JITTER * (2 * Math.random() - 1);
    const look = () => {
      this.#look = this.#lookOnce().then(() => this.#schedule());
    };
    this.#timer = setTimeout(look, pause * spread).unref();
  }

  /** Never rejects. */
  async #lookOnce(): Promise<void> {
    try {
      const outcome = (await this.#renew()) ? 'renewed' : 'unchanged';
      this.#succeed();
      this.#options.onLook(outcome);
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#fail(error);
      this.#options.onLook(problemOf(error) === 'UNAVAILABLE' ? 'unavailable' : 'refused');
    }
  }

  async #renew(): Promise<boolean> {
    const release = await this.#read();
    if (release === undefined) {
      if (this.#unservable !== undefined) throw this.#unservable.error;
      return false;
    }
    this.#validator = release.validator;
    if (release.digest === this.#unservable?.release.digest) throw this.#unservable.error;
    this.#unservable = undefined;
    if (release.digest === this.#running.digest) return this.#rename(release);
    await this.#serve(release);
    return true;
  }

  #read(): Promise<Release | undefined> {
    const { location, keys, allowRollback } = this.#options;
    return readRelease(location, {
      keys,
      validator: this.#validator,
      signal: this.#stopping.signal,
      admit: (manifest) => {
        if (!allowRollback) requireSuccessor(this.#running.manifest, manifest);
      },
    });
  }

  /** The same schema may be published again, with other contracts for example; then only its name changes. */
  #rename(release: Release): boolean {
    const isAnother = release.manifest?.version !== this.#running.manifest?.version;
    this.#running = release;
    if (isAnother) this.#tell();
    return isAnother;
  }

  async #serve(release: Release): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.#options.apply(release);
    } catch (error) {
      this.#unservable = { release, error };
      throw error;
    }
    this.#running = release;
    this.#loadedAt = new Date();
    this.#tell(Math.round(performance.now() - startedAt));
  }

  #tell(tookMs?: number): void {
    const { digest, manifest } = this.#running;
    const { version, content, publishedAt } = manifest ?? {};
    const commit = manifest?.revision?.commit;
    this.#options.onServed(this.#running);
    this.#options.log.info({ digest, version, content, publishedAt, commit, tookMs }, 'supergraph renewed');
  }

  #succeed(): void {
    if (this.#failure !== undefined) this.#options.log.info({}, 'what is published is served again');
    this.#failure = undefined;
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const last = this.#failure;
    const problem = problemOf(error);
    this.#failure = { problem, message, times: (last?.times ?? 0) + 1 };
    if (last?.message === message) return;
    const { digest, manifest } = this.#running;
    const fields = { err: error, problem, running: { digest, version: manifest?.version } };
    this.#options.log.error(fields, 'supergraph not renewed; the one that runs stays');
  }
}
