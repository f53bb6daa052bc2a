import { GATEWAY_CORE, type Bed } from './bed.ts';
import { closedLoop, type Exchange } from './load.ts';
import { openLoop, type Paced } from './pace.ts';
import type { Pinned } from './processes.ts';
import type { Profile } from './profiles.ts';
import { rowOf, rpsOf, type Row, type Sample } from './rows.ts';
import { Client } from './wire.ts';

const WARM_UP_MS = 10_000;
const SATURATION = 0.7;
/** What fetches under load may lack of those of a lone request before somebody must have shared them. */
const SHARED = 0.02;

/** Thrown when a gateway does not do the work that its figures would be about. */
export class WrongAnswer extends Error {}

/** An answer to a request that was alone. */
export interface Answer {
  readonly data: unknown;
  readonly bytes: number;
  /** Requests that reached the subgraphs for it. */
  readonly fetches: number;
}

/** Asks a gateway while nobody else does. Throws `WrongAnswer`. */
export const askAlone = async (bed: Bed, name: string, body: string): Promise<Answer> => {
  const client = new Client(bed.gateways.get(name)?.url ?? '');
  const before = bed.fetches();
  const answer = await client.post(body);
  const fetches = bed.fetches() - before;
  client.close();
  const text = answer.body.toString();
  if (!answer.head.startsWith('HTTP/1.1 200')) throw new WrongAnswer(`${name}: ${answer.head} ${text.slice(0, 500)}`);
  const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new WrongAnswer(`${name}: ${JSON.stringify(errors).slice(0, 500)}`);
  if (fetches === 0) throw new WrongAnswer(`${name} answers without asking the subgraphs`);
  return { data, fetches, bytes: answer.body.length };
};

/** One gateway in one profile. */
export class Subject {
  readonly name: string;
  readonly #profile: Profile;
  readonly #bed: Bed;
  readonly #gateway: Pinned;
  readonly #exchange: Exchange;
  readonly #lone: Answer;
  readonly #samples: Sample[] = [];
  readonly #paced: Paced[] = [];

  constructor(name: string, { profile, bed, body, lone }: { profile: Profile; bed: Bed; body: string; lone: Answer }) {
    this.name = name;
    this.#profile = profile;
    this.#bed = bed;
    this.#gateway = bed.gateways.get(name)!;
    this.#exchange = { gateway: name, url: this.#gateway.url, body, bytes: lone.bytes };
    this.#lone = lone;
  }

  async warmUp(connections: number): Promise<void> {
    await closedLoop(this.#exchange, { connections, ms: WARM_UP_MS });
  }

  async sample(connections: number, ms: number): Promise<void> {
    const [cpuMs, fetches] = [this.#gateway.cpuMs(), this.#bed.fetches()];
    const slice = await closedLoop(this.#exchange, { connections, ms });
    const sample = {
      slice,
      cpuMs: this.#gateway.cpuMs() - cpuMs,
      fetches: this.#bed.fetches() - fetches,
    };
    this.#checkShared(sample);
    this.#samples.push(sample);
    const figures = `${rpsOf(slice).toFixed(0)}/s, ${(sample.cpuMs / slice.requests).toFixed(3)} ms`;
    process.stderr.write(`  ${this.name}: ${figures}\n`);
  }

  #checkShared({ slice, fetches }: Sample): void {
    const each = fetches / slice.requests;
    if (this.#profile.sharing || each > this.#lone.fetches * (1 - SHARED)) return;
    throw new WrongAnswer(
      `${this.name} asks the subgraphs ${this.#lone.fetches} times for one request, but ${each.toFixed(2)} under load: requests share work`,
    );
  }

  /** After a `sample`: a slice at a constant rate below what it could do then. The machine is not always as quick. */
  async pace(connections: number, ms: number): Promise<void> {
    const last = this.#samples.at(-1);
    if (last === undefined) return;
    const rps = SATURATION * rpsOf(last.slice);
    this.#paced.push(await openLoop(this.#exchange, { rps, ms, connections, busy: SATURATION, core: GATEWAY_CORE }));
  }

  row(): Row {
    const { name: profile, sharing } = this.#profile;
    const rssMiB = this.#gateway.rssMiB();
    return rowOf(this.#samples, this.#paced, { profile, sharing, gateway: this.name, rssMiB });
  }
}
