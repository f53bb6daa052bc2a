import type { Change } from '../change.ts';
import { usesOn, type Models } from './model.ts';
import { stringOf } from './directives.ts';

const change = (kind: string, level: Change['level'], message: string): Change => ({
  kind,
  level,
  message,
  coordinate: undefined,
});

/** Subgraphs that came, went, or moved. */
export const graphChanges = ({ before, after }: Models): readonly Change[] => {
  const gone = [...before.graphs.keys()].filter((name) => !after.graphs.has(name));
  const added = [...after.graphs.keys()].filter((name) => !before.graphs.has(name));
  const moved = [...after.graphs.values()].filter(
    ({ name, url }) => before.graphs.has(name) && before.graphs.get(name)?.url !== url,
  );
  return [
    ...gone.map((name) =>
      change(
        'SUBGRAPH_REMOVED',
        'dangerous',
        `Subgraph '${name}' was removed. Gateways with the old supergraph still ask it: stop it after they have the new one`,
      ),
    ),
    ...added.map((name) => change('SUBGRAPH_ADDED', 'safe', `Subgraph '${name}' was added`)),
    ...moved.map(({ name, url }) =>
      change(
        'ROUTING_URL_CHANGED',
        'safe',
        `Subgraph '${name}' is asked at ${url === '' ? 'no address' : url} instead of ${before.graphs.get(name)?.url ?? ''}`,
      ),
    ),
  ];
};

/** Types that a subgraph no longer has, or has differently: as an interface whose objects others define. */
export const typeChanges = ({ before, after }: Models): readonly Change[] =>
  [...before.elements.values()].flatMap((old): readonly Change[] => {
    const now = after.elements.get(old.coordinate);
    if (now === undefined || old.kind !== 'type') return [];
    const read = (element: typeof old) =>
      new Map(
        usesOn(element, 'join__type').map((use) => [stringOf(use['graph']) ?? '', use['isInterfaceObject'] === true]),
      );
    const [left, right] = [read(old), read(now)];
    return [...left].flatMap(([name, wasObject]): readonly Change[] => {
      const isObject = right.get(name);
      const { coordinate } = old;
      if (isObject === undefined) {
        if (!after.graphs.has(name)) return [];
        const message = `'${coordinate}' is no longer in subgraph '${name}'`;
        return [{ kind: 'TYPE_LEFT_SUBGRAPH', level: 'safe', message, coordinate }];
      }
      if (isObject === wasObject) return [];
      const kind = `INTERFACE_OBJECT_${isObject ? 'ADDED' : 'REMOVED'}`;
      const message = isObject
        ? `Subgraph '${name}' has interface '${coordinate}' as an object now (@interfaceObject): its fields come for every object of it`
        : `Subgraph '${name}' has '${coordinate}' no longer as @interfaceObject`;
      return [{ kind, level: 'dangerous', message, coordinate, subgraph: name }];
    });
  });
