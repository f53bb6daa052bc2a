import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Place } from '../finding.ts';
import { SETTINGS_FILE, settingsSchema, type Settings } from '../project/settings.ts';

/** Where something stands in registry.yaml: by keys and positions, such as `contracts`, `public`, `exclude`, 0. */
export type SettingsPlaces = (path: readonly (string | number)[]) => Place;

/** Finds values in the text of registry.yaml. What is not there has the place of what should hold it. */
export const settingsPlaces = (text: string): SettingsPlaces => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeOf: SettingsPlaces = (path) => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (path.length > 0 && (!isNode(node) || !node.range)) return placeOf(path.slice(0, -1));
    const { line, col } = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
    return { file: SETTINGS_FILE, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return placeOf;
};

/** The parser throws for what is nested too deeply, and for aliases that grow too large. */
const parseOrUndefined = (text: string): unknown => {
  try {
    const document = parseDocument(text);
    return document.errors.length > 0 ? undefined : ((document.toJS() as unknown) ?? {});
  } catch {
    return undefined;
  }
};

/** The contracts of a registry.yaml of another revision; undefined when it cannot be understood. */
export const contractsIn = (text: string): Settings['contracts'] | undefined => {
  const known = settingsSchema.pick({ contracts: true }).strip().safeParse(parseOrUndefined(text));
  return known.success ? known.data.contracts : undefined;
};
