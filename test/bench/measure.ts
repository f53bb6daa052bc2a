import { isDeepStrictEqual } from 'node:util';
import { makeBed, type Bed } from './bed.ts';
import { apollo } from './gateways.ts';
import { closedLoop, openLoop, type Exchange } from './load.ts';
import type { Options } from './options.ts';
import type { Pinned } from './processes.ts';
import type { Profile } from './profiles.ts';
import { median, rowOf, rpsOf, withRatios, type Row, type Sample } from './rows.ts';
import { Client } from './wire.ts';

const WARM_UP_MS = 3_000;
const SATURATION = 0.7;
/** What fetches under load may lack of those of a lone request before somebody must have shared them. */
const SHARED = 0.02;

/** Thrown when a gateway does not do the work that its figures would be about. */
export class WrongAnswer extends Error {}

interface Answer {
  readonly data: unknown;
  readonly bytes: number;
  readonly fetches: number;
}

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Asks alone and sees how many requests reach the subgraphs for it. */
const askAlone = async (bed: Bed, name: string, body: string): Promise<Answer> => {
  const client = new Client(bed.gateways.get(name)?.url ?? '');
  const before = await bed.fetches();
  const answer = await client.post(body);
  const fetches = (await bed.fetches()) - before;
  client.close();
  const text = answer.body.toString();
  if (!answer.head.startsWith('HTTP/1.1 200')) throw new WrongAnswer(`${name}: ${answer.head} ${text.slice(0, 500)}`);
  const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new WrongAnswer(`${name}: ${JSON.stringify(errors).slice(0, 500)}`);
  if (fetches === 0) throw new WrongAnswer(`${name} answers without asking the subgraphs`);
  return { data, fetches, bytes: answer.body.length };
};

/** What Apollo Gateway answers, which has no part in every profile. */
const reference = async (bed: Bed, body: string): Promise<unknown> => {
  if (bed.gateways.has(apollo.name)) return (await askAlone(bed, apollo.name, body)).data;
  await bed.start(apollo);
  const { data } = await askAlone(bed, apollo.name, body);
  await bed.drop(apollo.name);
  return data;
};

/** One gateway in one profile. */
class Subject {
  readonly name: string;
  readonly #profile: Profile;
  readonly #bed: Bed;
  readonly #gateway: Pinned;
  readonly #exchange: Exchange;
  readonly #lone: Answer;
  readonly #samples: Sample[] = [];

  constructor(name: string, { profile, bed, body, lone }: { profile: Profile; bed: Bed; body: string; lone: Answer }) {
    this.name = name;
    this.#profile = profile;
    this.#bed = bed;
    this.#gateway = bed.gateways.get(name)!;
    this.#exchange = { url: this.#gateway.url, body, bytes: lone.bytes };
    this.#lone = lone;
  }

  async warmUp(connections: number): Promise<void> {
    await closedLoop(this.#exchange, { connections, ms: WARM_UP_MS });
  }

  async sample(connections: number, ms: number): Promise<void> {
    const [cpuMs, fetches] = [this.#gateway.cpuMs(), await this.#bed.fetches()];
    const slice = await closedLoop(this.#exchange, { connections, ms });
    const sample = {
      slice,
      cpuMs: this.#gateway.cpuMs() - cpuMs,
      fetches: (await this.#bed.fetches()) - fetches,
    };
    this.#checkShared(sample);
    this.#samples.push(sample);
    tell(`  ${this.name}: ${rpsOf(slice).toFixed(0)}/s, ${(sample.cpuMs / slice.requests).toFixed(3)} ms`);
  }

  #checkShared({ slice, fetches }: Sample): void {
    const each = fetches / slice.requests;
    if (this.#profile.sharing || each > this.#lone.fetches * (1 - SHARED)) return;
    throw new WrongAnswer(
      `${this.name} asks the subgraphs ${this.#lone.fetches} times for one request, but ${each.toFixed(2)} under load: requests share work`,
    );
  }

  async row(ms: number): Promise<Row> {
    const rps = SATURATION * median(this.#samples.map(({ slice }) => rpsOf(slice)));
    const at70 = await openLoop(this.#exchange, { rps, ms });
    const { name: profile, sharing } = this.#profile;
    return rowOf(this.#samples, { profile, sharing, gateway: this.name, rssMiB: this.#gateway.rssMiB(), at70 });
  }
}

const subjectsOf = async (profile: Profile, bed: Bed): Promise<readonly Subject[]> => {
  const body = JSON.stringify(profile.operation);
  const names = [...bed.gateways.keys()];
  const expected = await reference(bed, body);
  const subjects: Subject[] = [];
  for (const name of names) {
    const lone = await askAlone(bed, name, body);
    if (!isDeepStrictEqual(lone.data, expected)) throw new WrongAnswer(`${name} answers otherwise than Apollo Gateway`);
    subjects.push(new Subject(name, { profile, bed, body, lone }));
  }
  return subjects;
};

/** Measures all gateways of a profile. Throws `WrongAnswer` and `OtherAnswer`. */
export const measure = async (profile: Profile, options: Options): Promise<readonly Row[]> => {
  const { rounds, connections, seconds } = options;
  const ms = seconds * 1000;
  const bed = await makeBed(profile, options.profileCpu);
  try {
    for (const gateway of options.gateways.filter((each) => each.runs(profile))) await bed.start(gateway);
    const subjects = await subjectsOf(profile, bed);
    for (const subject of subjects) await subject.warmUp(connections);
    for (let round = 1; round <= rounds; round += 1) {
      tell(`${profile.name}, round ${round} of ${rounds}`);
      for (const subject of subjects) await subject.sample(connections, ms);
    }
    tell(`${profile.name}, at 70 % of that`);
    const rows: Row[] = [];
    for (const subject of subjects) rows.push(await subject.row(ms));
    return withRatios(rows);
  } finally {
    await bed.stop();
  }
};
