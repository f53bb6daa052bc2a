import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, isMap, isScalar, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { InputError } from '../exit-codes.ts';
import type { Place } from '../finding.ts';
import { readTextIfAny } from '../project/read-text.ts';
import { isRecord } from '../project/records.ts';
import { problemsOf } from '../project/issues.ts';
import { parseYaml, positionOf, valueOf, type YamlProblem } from '../project/yaml-document.ts';
import { planningClasses, type Figures } from './figures.ts';

const count = z.number().nonnegative();

const figuresSchema = z.strictObject({
  fetches: count,
  rounds: count,
  planning: z.enum(planningClasses),
  cost: z.number(),
  legacyCalls: count.optional(),
  storeCalls: count.optional(),
  servedWithout: z.record(z.string(), z.number().min(0).max(100)).default({}),
});

const HEADER = ` What each persisted operation may cost. \`supergraph check\` fails when one costs more, or serves less with a subgraph down.
 To accept that: \`supergraph budgets --write\`, and commit this file.`;

/** The budgets as they are committed. */
export interface BudgetFile {
  /** Relative to the folder of the project. */
  readonly file: string;
  /** False when there is no such file yet. */
  readonly exists: boolean;
  readonly budgets: ReadonlyMap<string, Figures>;
  /** Where a number is, or the nearest thing around it that is there. */
  readonly placeOf: (id: string, path: readonly string[]) => Place;
}

const faultIn = (file: string, { message, position }: YamlProblem): InputError =>
  new InputError(`${file}:${position.line}:${position.column}: ${message}`);

const readFile = async (folder: string, file: string) => {
  const text = await readTextIfAny(join(folder, file), 'budgets');
  const yaml = parseYaml(text ?? '');
  const [problem] = yaml.problems;
  if (problem !== undefined) throw faultIn(file, problem);
  const read = valueOf(yaml);
  if (!('value' in read)) throw faultIn(file, read);
  const parsed = z.record(z.string(), figuresSchema).safeParse(read.value);
  if (parsed.success) return { yaml, budgets: parsed.data, exists: text !== undefined };
  const lines = problemsOf(parsed.error, yaml).map((each) => faultIn(file, each).message);
  throw new InputError(`${lines.join('\n')}\nWrite it anew with \`supergraph budgets --write\`, or mend it.`);
};

/** Reads the budgets; none when there is no file. Throws `InputError` for a file that is not of the shape. */
export const readBudgets = async (folder: string, file: string): Promise<BudgetFile> => {
  const { yaml, budgets, exists } = await readFile(folder, file);
  return {
    file,
    exists,
    budgets: new Map(Object.entries(budgets)),
    placeOf: (id, path) => ({ file, ...positionOf(yaml, [id, ...path]) }),
  };
};

const nameOf = ({ key }: YAMLMap['items'][number]): string => String(isScalar(key) ? key.value : key);

const sortKeys = (map: unknown): void => {
  if (isMap(map)) map.items.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
};

const figureNames = Object.keys(figuresSchema.shape);

/** In the order of the shape, whenever each was added. */
const sortFigures = (map: unknown): void => {
  if (isMap(map)) map.items.sort((one, other) => figureNames.indexOf(nameOf(one)) - figureNames.indexOf(nameOf(other)));
};

/** Makes what is at a path like `value`, and leaves the comments where they are. */
const merge = (document: Document, path: readonly string[], value: Readonly<Record<string, unknown>>): void => {
  const known = document.getIn(path, true);
  if (!isMap(known)) {
    document.setIn(path, document.createNode(value));
    return;
  }
  for (const { key } of [...known.items])
    if (isScalar(key) && value[String(key.value)] === undefined) known.delete(key.value);
  for (const [name, inner] of Object.entries(value)) {
    if (isRecord(inner)) merge(document, [...path, name], inner);
    else if (inner !== undefined) document.setIn([...path, name], inner);
  }
};

/** Writes the budgets of operations in place of those that are there. What is undefined stays as it is; what is absent goes. */
export const writeBudgets = async (
  folder: string,
  file: string,
  budgets: ReadonlyMap<string, Figures | undefined>,
): Promise<void> => {
  const { yaml, exists } = await readFile(folder, file);
  const document: Document = yaml.document;
  if (!isMap(document.contents)) document.contents = new Document({}).contents;
  if (!exists) document.commentBefore = HEADER;
  const map = document.contents;
  for (const { key } of isMap(map) ? [...map.items] : [])
    if (isScalar(key) && !budgets.has(String(key.value))) document.delete(key.value);
  for (const [id, figures] of budgets) {
    if (figures === undefined) continue;
    merge(document, [id], { ...figures });
    sortFigures(document.getIn([id], true));
    sortKeys(document.getIn([id, 'servedWithout'], true));
  }
  sortKeys(map);
  await writeFile(join(folder, file), document.toString({ lineWidth: 0 }));
};
