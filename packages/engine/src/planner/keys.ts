import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import { looksPlanned, plannedKey } from '../shape/restore.ts';
import type { Planner } from '../plan.ts';

/** Response keys that are not the client's to give while a plan is run. */
interface Taken {
  /** Names of fields that planners add to what the client asks: keys of entities, and what fields require. */
  readonly names: ReadonlySet<string>;
  /** Those that take arguments, and so may be added with others than the client's. */
  readonly withArguments: ReadonlySet<string>;
}

/** The names in field sets such as `sku brand { name }`. */
const namesIn = (fieldSet: string): readonly string[] => {
  const names: string[] = [];
  visit(parse(`{${fieldSet}}`, { noLocation: true }), {
    Field: ({ name }) => {
      names.push(name.value);
    },
  });
  return names;
};

const takenIn = (supergraph: DocumentNode): Taken => {
  const names = new Set(['__typename']);
  const argued = new Set<string>();
  visit(supergraph, {
    Directive: ({ name, arguments: all = [] }) => {
      if (name.value !== 'join__type' && name.value !== 'join__field') return;
      for (const { name: argument, value } of all) {
        if (value.kind !== Kind.STRING || !['key', 'requires'].includes(argument.value)) continue;
        for (const taken of namesIn(value.value)) names.add(taken);
      }
    },
    FieldDefinition: ({ name, arguments: all = [] }) => {
      if (all.length > 0) argued.add(name.value);
    },
  });
  return { names, withArguments: new Set([...names].filter((name) => argued.has(name))) };
};

const isTaken = ({ alias, name }: FieldNode, { names, withArguments }: Taken): boolean => {
  const key = (alias ?? name).value;
  if (looksPlanned(key)) return true;
  return key === name.value ? withArguments.has(key) : names.has(key);
};

/**
 * Keeps the client's response keys apart from the fields that a planner adds. Of `{ id: name reviews { body } }` planners
 * send the name as the key of the entity, or give the key as the name. So such a field is planned under a key of its own;
 * `withClientKeys` gives it the client's when all is fetched.
 */
export const createKeyGuard = (supergraphSdl: string): ((create: () => Planner) => () => Planner) => {
  const taken = takenIn(parse(supergraphSdl, { noLocation: true }));
  const guarded = (text: string): string => {
    const document = parse(text, { noLocation: true });
    const planned = visit(document, {
      Field: (node) => {
        if (!isTaken(node, taken)) return undefined;
        const value = plannedKey({ key: (node.alias ?? node.name).value, name: node.name.value });
        return { ...node, alias: { kind: Kind.NAME, value } };
      },
    });
    return planned === document ? text : print(planned);
  };
  return (create) => () => {
    const planner = create();
    return { ...planner, plan: (operation, name) => planner.plan(guarded(operation), name) };
  };
};
