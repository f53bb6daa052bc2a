import { join } from 'node:path';
import type { Faults } from './faults.ts';
import { problemsOf } from './issues.ts';
import { readTextIfAny } from './read-text.ts';
import { SETTINGS_FILE, settingsSchema, type Settings } from './settings.ts';
import { parseYaml, valueOf, type YamlProblem } from './yaml-document.ts';

/** Reads registry.yaml of a folder; without it, all is as by default. What is wrong with it is added to the faults. */
export const readSettings = async (folder: string, faults: Faults): Promise<Settings> => {
  const add = ({ message, position }: YamlProblem): void => faults.add(message, { file: SETTINGS_FILE, ...position });
  const yaml = parseYaml((await readTextIfAny(join(folder, SETTINGS_FILE), 'settings')) ?? '');
  const read = valueOf(yaml);
  yaml.problems.forEach(add);
  if (!('value' in read)) add(read);
  else if (yaml.problems.length === 0) {
    const settings = settingsSchema.safeParse(read.value);
    if (settings.success) return settings.data;
    problemsOf(settings.error, yaml).forEach(add);
  }
  return settingsSchema.parse({});
};
