import type { Change, Level } from '../change.ts';
import type { Arguments } from './directives.ts';
import { sharedElements, usesOn, type Element, type Models } from './model.ts';

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** As the cost specification has it for what says nothing. */
const defaultWeight = ({ isComposite }: Element): number => (isComposite ? 1 : 0);

const raised = (before: number, after: number): 'RAISED' | 'LOWERED' => (after > before ? 'RAISED' : 'LOWERED');

const levelOf = (what: 'RAISED' | 'LOWERED'): Level => (what === 'RAISED' ? 'dangerous' : 'safe');

const weightChanges = (before: Element, after: Element, names: readonly [string, string]): readonly Change[] => {
  const read = (element: Element, name: string) =>
    numberOf(usesOn(element, name)[0]?.['weight']) ?? defaultWeight(element);
  const [old, now] = [read(before, names[0]), read(after, names[1])];
  if (old === now || before.isComposite !== after.isComposite) return [];
  const { coordinate } = before;
  const what = raised(old, now);
  const message = `The cost of '${coordinate}' is ${now} instead of ${old} (@cost): operations near the limit ${what === 'RAISED' ? 'may be refused' : 'get through'}`;
  return [{ kind: `COST_${what}`, level: levelOf(what), message, coordinate }];
};

const itemsOf = (size: number): string => (size === 0 ? 'no certain number of items' : `${size} items`);

const namesIn = (names: unknown): string => (Array.isArray(names) ? names.map(String).sort().join(', ') : '');

const slicing = ({ slicingArguments: names }: Arguments): string => namesIn(names);

const sized = ({ sizedFields: names }: Arguments): string => namesIn(names);

const requiresOne = (size: Arguments): boolean => slicing(size) !== '' && size['requireOneSlicingArgument'] !== false;

const sizeChanges = (before: Element, after: Element, names: readonly [string, string]): readonly Change[] => {
  const { coordinate } = before;
  const [old = {}, now = {}] = [usesOn(before, names[0])[0], usesOn(after, names[1])[0]];
  const [size, newSize] = [numberOf(old['assumedSize']) ?? 0, numberOf(now['assumedSize']) ?? 0];
  const changes: Change[] = [];
  if (size !== newSize) {
    const what = raised(size, newSize);
    const message = `'${coordinate}' is assumed to have ${itemsOf(newSize)} instead of ${itemsOf(size)} (@listSize)`;
    changes.push({ kind: `LIST_SIZE_${what}`, level: levelOf(what), message, coordinate });
  }
  if (slicing(old) !== slicing(now)) {
    const message = `The size of '${coordinate}' is told by ${slicing(now) || 'no argument'} instead of ${slicing(old) || 'none'} (@listSize)`;
    changes.push({ kind: 'LIST_SLICING_CHANGED', level: 'dangerous', message, coordinate });
  }
  if (sized(old) !== sized(now)) {
    const message = `'${coordinate}' tells the size of ${sized(now) || 'itself'} instead of ${sized(old) || 'itself'} (@listSize)`;
    changes.push({ kind: 'LIST_SIZED_FIELDS_CHANGED', level: 'dangerous', message, coordinate });
  }
  if (!requiresOne(old) && requiresOne(now)) {
    const message = `'${coordinate}' asks for exactly one of ${slicing(now)} (@listSize): operations without are refused where costs are enforced`;
    changes.push({ kind: 'LIST_SLICING_REQUIRED', level: 'dangerous', message, coordinate });
  }
  return changes;
};

/** What operations cost. */
export const costChanges = (models: Models): readonly Change[] => {
  const { before, after } = models;
  const cost = [before.nameOf('cost', 'cost'), after.nameOf('cost', 'cost')] as const;
  const listSize = [before.nameOf('cost', 'listSize'), after.nameOf('cost', 'listSize')] as const;
  return sharedElements(models).flatMap(([old, now]) => [
    ...weightChanges(old, now, cost),
    ...sizeChanges(old, now, listSize),
  ]);
};
