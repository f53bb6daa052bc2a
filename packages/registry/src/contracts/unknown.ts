import type { GraphQLSchema } from 'graphql';
import type { Schemas } from '../composition/schemas.ts';
import type { Finding } from '../finding.ts';
import { contractFinding } from './describe.ts';
import { allTags } from './elements.ts';
import type { SettingsPlaces } from './settings-file.ts';
import type { ContractSettings } from './settings.ts';

/** Names in the settings of a contract that the supergraph does not know: most likely a typing error, and a leak by it. */
export interface Known {
  readonly head: Schemas;
  readonly base: Schemas | undefined;
  /** What the supergraph calls the directive. */
  readonly tag: string;
  readonly placeIn: SettingsPlaces;
}

type Key = 'exclude' | 'include' | 'unreachable';

const hasType = (schema: GraphQLSchema | undefined, name: string): boolean => schema?.getType(name) !== undefined;

const unknownTag = (tag: string, key: Key): Omit<Finding, 'check'> => ({
  rule: 'CONTRACT_UNKNOWN_TAG',
  severity: 'warning',
  message: `${key} names tag "${tag}", which nothing in the supergraph has. Is it spelt right?`,
});

const unknownType = (type: string, { base }: Known): Omit<Finding, 'check'> => {
  const was = hasType(base?.supergraph, type);
  return {
    rule: 'CONTRACT_UNKNOWN_TYPE',
    severity: was ? 'note' : 'error',
    message: was
      ? `unreachable names ${type}, which the supergraph no longer has. Take it out of registry.yaml.`
      : `unreachable names ${type}, which is no type of the supergraph, so the promise is empty. Is it spelt right?`,
  };
};

/** Findings about names that nothing has. */
export const unknownNames = (name: string, settings: ContractSettings, known: Known): readonly Finding[] => {
  const tags = allTags(known.head.supergraph, known.tag);
  const judge = (item: string, key: Key): Omit<Finding, 'check'> | undefined => {
    const tag = key !== 'unreachable' ? item : item.startsWith('@') ? item.slice(1) : undefined;
    if (tag !== undefined) return tags.has(tag) ? undefined : unknownTag(tag, key);
    return hasType(known.head.supergraph, item) ? undefined : unknownType(item, known);
  };
  const keys: readonly Key[] = ['exclude', 'include', 'unreachable'];
  return keys.flatMap((key) =>
    settings[key].flatMap((item, index) => {
      const finding = judge(item, key);
      const place = known.placeIn(['contracts', name, key, index]);
      return finding === undefined ? [] : [contractFinding(name, { ...finding, place })];
    }),
  );
};
