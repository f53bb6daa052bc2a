import { CriticalityLevel, diff as inspect, type Change as Inspected } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import type { Change, Level } from './change.ts';

const levels: Readonly<Record<CriticalityLevel, Level>> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
};

const changeOf = ({ type, criticality, message, path }: Inspected): Change => ({
  kind: String(type),
  level: levels[criticality.level],
  message,
  coordinate: path,
});

/** What is different for clients. */
export const diffApi = async (before: GraphQLSchema, after: GraphQLSchema): Promise<readonly Change[]> =>
  (await inspect(before, after)).map(changeOf);
