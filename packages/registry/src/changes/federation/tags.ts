import type { Change } from '../change.ts';
import { stringOf } from './directives.ts';
import { sharedElements, usesOn, type Element, type Model, type Models } from './model.ts';

/** Contracts by the tags that they exclude. */
export type ContractTags = Readonly<Record<string, { readonly exclude: readonly string[] }>>;

const tagsOf = (element: Element, { nameOf }: Model): ReadonlySet<string> =>
  new Set(usesOn(element, nameOf('tag', 'tag')).flatMap(({ name }) => stringOf(name) ?? []));

/** Tags that came or went. What a contract loses by it is judged where contracts are. */
export const tagChanges = (models: Models, contracts: ContractTags): readonly Change[] => {
  const excluding = (tag: string): string =>
    Object.entries(contracts)
      .filter(([, { exclude }]) => exclude.includes(tag))
      .map(([name]) => name)
      .join(', ');
  const change = (coordinate: string, tag: string, isAdded: boolean): Change => {
    const names = excluding(tag);
    const effect = isAdded ? `goes from contract ${names}` : `comes into contract ${names}, which excluded it`;
    return {
      kind: isAdded ? 'TAG_ADDED' : 'TAG_REMOVED',
      level: names === '' ? 'safe' : 'dangerous',
      message: `'${coordinate}' ${isAdded ? 'has' : 'no longer has'} tag "${tag}"${names === '' ? '' : `: it ${effect}`}`,
      coordinate,
    };
  };
  return sharedElements(models).flatMap(([before, after]) => {
    const [old, now] = [tagsOf(before, models.before), tagsOf(after, models.after)];
    return [
      ...[...old].filter((tag) => !now.has(tag)).map((tag) => change(before.coordinate, tag, false)),
      ...[...now].filter((tag) => !old.has(tag)).map((tag) => change(before.coordinate, tag, true)),
    ];
  });
};
