import { join } from 'node:path';
import type { Faults } from './faults.ts';
import { describeIssues } from './issues.ts';
import { readTextIfAny } from './read-text.ts';
import { SETTINGS_FILE, settingsSchema, type Settings } from './settings.ts';
import { parseYaml, positionOf, valueOf, valuePositionOf, type Position } from './yaml-document.ts';

/** Reads registry.yaml of a folder; without it, all is as by default. What is wrong with it is added to the faults. */
export const readSettings = async (folder: string, faults: Faults): Promise<Settings> => {
  const add = (message: string, position: Position): void => faults.add(message, { file: SETTINGS_FILE, ...position });
  const yaml = parseYaml((await readTextIfAny(join(folder, SETTINGS_FILE), 'settings')) ?? '');
  const read = valueOf(yaml);
  for (const { message, position } of yaml.problems) add(message, position);
  if (!('value' in read)) add(read.message, read.position);
  else if (yaml.problems.length === 0) {
    const settings = settingsSchema.safeParse(read.value);
    if (settings.success) return settings.data;
    for (const { path, isOfKey, message } of describeIssues(settings.error)) {
      add(message, (isOfKey ? positionOf : valuePositionOf)(yaml, path));
    }
  }
  return settingsSchema.parse({});
};
