import type { Change } from '../change.ts';
import { stringOf, type Arguments } from '../federation/directives.ts';
import { quoted, sharedElements, usesOn, type Element, type Graphs, type Pair } from '../federation/model.ts';

/** What subgraphs say of a type or field, by their names. */
const saidOf = (element: Element | undefined): ReadonlyMap<string, Arguments> => {
  const uses = element === undefined ? [] : usesOn(element, element.kind === 'type' ? 'join__type' : 'join__field');
  const said = uses.filter(({ shareable }) => shareable !== undefined);
  return new Map(said.flatMap((use) => [[stringOf(use['graph']) ?? '', use] as const]));
};

/** A field of which a subgraph says otherwise than before whether others may resolve it. */
interface Turn {
  readonly coordinate: string;
  readonly type: string;
  readonly subgraph: string;
  readonly isShared: boolean;
  /** Other subgraphs that resolve it now. */
  readonly others: readonly string[];
}

const turnsOf = ({ before, after }: Pair<Graphs>): readonly Turn[] =>
  sharedElements({ before, after }).flatMap(([element, changed]): readonly Turn[] => {
    const { coordinate, kind, parent: type = '' } = element;
    if (kind !== 'field') return [];
    const now = saidOf(changed);
    const resolving = [...now].filter(([, use]) => use['external'] !== true).map(([graph]) => graph);
    return [...saidOf(element)].flatMap(([subgraph, was]): readonly Turn[] => {
      const isShared = now.get(subgraph)?.['shareable'] === true;
      if (!resolving.includes(subgraph) || (was['shareable'] === true) === isShared) return [];
      return [{ coordinate, type, subgraph, isShared, others: resolving.filter((each) => each !== subgraph) }];
    });
  });

/** Of a type that has the directive no more, or has it now, once and not for each field. */
const ofWholeTypes = (turns: readonly Turn[], { before, after }: Pair<Graphs>): readonly Turn[] => {
  const isWhole = ({ type, subgraph, isShared }: Turn): boolean => {
    const [was, is] = [before, after].map(({ elements }) => saidOf(elements.get(type)).get(subgraph)?.['shareable']);
    return was === !isShared && is === isShared;
  };
  const whole = Map.groupBy(turns.filter(isWhole), ({ type, subgraph, isShared }) => `${type} ${subgraph} ${isShared}`);
  const summed = [...whole.values()].flatMap(([first, ...rest]): readonly Turn[] => {
    if (first === undefined) return [];
    const others = new Set([first, ...rest].flatMap((turn) => turn.others));
    return [{ ...first, coordinate: rest.length === 0 ? first.coordinate : first.type, others: [...others] }];
  });
  return [...turns.filter((turn) => !isWhole(turn)), ...summed];
};

/** Fields that others may resolve as well now, or may no longer. */
export const shareableChanges = (sources: Pair<Graphs>): readonly Change[] =>
  ofWholeTypes(turnsOf(sources), sources).map(({ coordinate, subgraph, isShared, others }): Change => {
    const about = `'${coordinate}' is ${isShared ? '' : 'no longer '}@shareable in subgraph '${subgraph}'`;
    const together =
      others.length === 0
        ? 'no other subgraph resolves it, and none can from now on'
        : `${quoted(others)} resolve it as well, which takes @shareable in each of them`;
    const message = `${about}: ${isShared ? 'other subgraphs that have it so can resolve it as well' : together}`;
    return { kind: `SHAREABLE_${isShared ? 'ADDED' : 'REMOVED'}`, level: 'safe', message, coordinate, subgraph };
  });
