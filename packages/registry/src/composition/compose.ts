import { GraphQLError, type DocumentNode } from 'graphql';
import type { Finding, Place } from '../finding.ts';
import { documentOf } from '../project/documents.ts';
import type { Subgraph } from '../project/project.ts';
import { apollo } from './apollo.ts';
import { COMPOSER_THREW, describeThrown } from './thrown.ts';
import type { Composed, Composer, Service } from './composer.ts';
import { guild } from './guild.ts';

/** The supergraph, if there is one, and what was found on the way to it. */
export interface Composition {
  readonly supergraphSdl: string | undefined;
  readonly findings: readonly Finding[];
}

/** Where an error points to, in a file of the user. */
const placeOf = (
  { nodes, source, positions, locations }: GraphQLError,
  subgraphs: readonly Subgraph[],
): { readonly subgraph: string; readonly place: Place } | undefined => {
  const node = nodes?.find(({ loc }) => loc !== undefined);
  const name = node?.loc?.source.name ?? (positions === undefined ? undefined : source?.name);
  const found = subgraphs.find(({ file }) => file !== undefined && file === name);
  const [location] = locations ?? [];
  if (found?.file === undefined || location === undefined) return undefined;
  const { line, column } = location;
  return { subgraph: found.name, place: { file: found.file, line, column } };
};

const problem = (error: GraphQLError, subgraphs: readonly Subgraph[], subgraph?: string): Finding => {
  const code = error.extensions['code'];
  return {
    check: 'compose',
    rule: typeof code === 'string' ? code : 'INVALID_GRAPHQL',
    severity: 'error',
    message: error.message,
    ...(subgraph === undefined ? {} : { subgraph }),
    ...placeOf(error, subgraphs),
  };
};

/** Parses all schemas; what does not parse is among the findings. */
export const parseSubgraphs = (
  subgraphs: readonly Subgraph[],
): { readonly services: readonly Service[]; readonly findings: readonly Finding[] } => {
  const services: Service[] = [];
  const findings: Finding[] = [];
  for (const subgraph of subgraphs) {
    const { name, routingUrl } = subgraph;
    const typeDefs = parseOrError(subgraph);
    if (typeDefs instanceof GraphQLError) findings.push(problem(typeDefs, subgraphs, name));
    else services.push({ name, url: routingUrl, typeDefs });
  }
  return { services, findings };
};

const parseOrError = (subgraph: Subgraph): DocumentNode | GraphQLError => {
  try {
    return documentOf(subgraph);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
};

/** A composer that throws has met a schema that it cannot take; that is no reason to fall over. */
const runComposer = (composer: Composer, services: readonly Service[]): Composed => {
  try {
    return composer.compose(services);
  } catch (error) {
    const message = describeThrown(composer, services, error);
    const errors = [new GraphQLError(message, { extensions: { code: COMPOSER_THREW } })];
    return { supergraph: undefined, errors, hints: [] };
  }
};

const disagreement = (refusing: Composer, accepting: Composer, { errors }: Composed): Finding => {
  const threw = errors.find(({ extensions }) => extensions['code'] === COMPOSER_THREW);
  const reasons = errors.map(({ message }) => message).join(' ');
  return {
    check: 'compose',
    rule: 'COMPOSERS_DISAGREE',
    severity: 'error',
    message:
      threw === undefined
        ? `${accepting.name} composes this, ${refusing.name} does not: ${reasons}`
        : `${accepting.name} composes this. ${threw.message} Registries and gateways that compose with it cannot take the schema.`,
  };
};

/** Composes by both composers. They must agree; the supergraph is Apollo's. */
export const compose = (subgraphs: readonly Subgraph[]): Composition => {
  const { services, findings } = parseSubgraphs(subgraphs);
  if (findings.length > 0) return { supergraphSdl: undefined, findings };
  const first = runComposer(apollo, services);
  const second = runComposer(guild, services);
  const hints = [...first.hints, ...second.hints].map(({ code, message, coordinate }): Finding => ({
    check: 'compose',
    rule: code,
    severity: 'note',
    message,
    ...(coordinate === undefined ? {} : { coordinate }),
  }));
  const found = [...hints, ...first.errors.map((error) => problem(error, subgraphs))];
  if (first.supergraph === undefined) {
    const lone = second.supergraph === undefined ? [] : [disagreement(apollo, guild, first)];
    return { supergraphSdl: undefined, findings: [...found, ...lone] };
  }
  const lone = second.supergraph === undefined ? [disagreement(guild, apollo, second)] : [];
  return { supergraphSdl: first.supergraph, findings: [...found, ...lone] };
};
