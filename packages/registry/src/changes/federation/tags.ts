import type { Change } from '../change.ts';
import { stringOf } from './directives.ts';
import { sharedElements, usesOn, type Element, type Model, type Models } from './model.ts';

/** Contracts by the tags that take elements out of them, or let them in. */
export type ContractTags = Readonly<
  Record<string, { readonly exclude: readonly string[]; readonly include?: readonly string[] }>
>;

const tagsOf = (element: Element, { nameOf }: Model): ReadonlySet<string> =>
  new Set(usesOn(element, nameOf('tag', 'tag')).flatMap(({ name }) => stringOf(name) ?? []));

/** Tags that came or went. What a contract loses by it is judged where contracts are. */
export const tagChanges = (models: Models, contracts: ContractTags): readonly Change[] => {
  const change = (coordinate: string, tag: string, isAdded: boolean): Change => {
    const named = (which: 'exclude' | 'include'): readonly string[] =>
      Object.entries(contracts).flatMap(([name, contract]) => (contract[which]?.includes(tag) === true ? [name] : []));
    const [excluding, including] = [named('exclude'), named('include')];
    const [out, into] = isAdded ? [excluding, including] : [including, excluding];
    const effects = [
      ...(out.length === 0 ? [] : [`it goes from contract ${out.join(', ')}`]),
      ...(into.length === 0 ? [] : [`it may come into contract ${into.join(', ')}`]),
    ];
    return {
      kind: isAdded ? 'TAG_ADDED' : 'TAG_REMOVED',
      level: effects.length === 0 ? 'safe' : 'dangerous',
      message: `'${coordinate}' ${isAdded ? 'has' : 'no longer has'} tag "${tag}"${effects.length === 0 ? '' : `: ${effects.join(', and ')}`}`,
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
