import type { Place } from '../finding.ts';
import { SETTINGS_FILE, settingsSchema, type Settings } from '../project/settings.ts';
import { parseYaml, valueOf, valuePositionOf } from '../project/yaml-document.ts';

/** Where something stands in registry.yaml: by keys and positions, such as `contracts`, `public`, `exclude`, 0. */
export type SettingsPlaces = (path: readonly (string | number)[]) => Place;

/** Finds values in the text of registry.yaml. What is not there has the place of what should hold it. */
export const settingsPlaces = (text: string): SettingsPlaces => {
  const yaml = parseYaml(text);
  return (path) => ({ file: SETTINGS_FILE, ...valuePositionOf(yaml, path) });
};

/** The contracts of a registry.yaml of another revision; undefined when it cannot be understood. */
export const contractsIn = (text: string): Settings['contracts'] | undefined => {
  const parsed = parseYaml(text);
  const read = valueOf(parsed);
  if (parsed.problems.length > 0 || !('value' in read)) return undefined;
  const known = settingsSchema.pick({ contracts: true }).strip().safeParse(read.value);
  return known.success ? known.data.contracts : undefined;
};
