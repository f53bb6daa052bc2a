import { isDeepStrictEqual } from 'node:util';
import { makeBed, type Bed } from './bed.ts';
import { apollo } from './gateways.ts';
import type { Options } from './options.ts';
import type { Profile } from './profiles.ts';
import { withRatios, type Row } from './rows.ts';
import { askAlone, Subject, WrongAnswer } from './subject.ts';

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** What Apollo Gateway answers, which has no part in every profile. */
const reference = async (bed: Bed, body: string): Promise<unknown> => {
  if (bed.gateways.has(apollo.name)) return (await askAlone(bed, apollo.name, body)).data;
  await bed.start(apollo);
  const { data } = await askAlone(bed, apollo.name, body);
  await bed.drop(apollo.name);
  return data;
};

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
      for (const subject of subjects) {
        await subject.sample(connections, ms);
        await subject.pace(connections, ms);
      }
    }
    return withRatios(subjects.map((subject) => subject.row()));
  } finally {
    await bed.stop();
  }
};
