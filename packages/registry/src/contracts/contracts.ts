import { parse } from 'graphql';
import { createPlaces } from '../changes/places.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../project/project.ts';
import { composeContract, type ComposedContract } from './compose-contract.ts';
import { describeContract } from './describe.ts';
import type { ContractSettings } from './settings.ts';

/** Contracts by their names. */
export type ContractsByName = Readonly<Record<string, ContractSettings>>;

/** Composes each contract of a supergraph. Throws what the parser throws. */
export const composeContracts = (
  supergraphSdl: string,
  contracts: ContractsByName,
): ReadonlyMap<string, ComposedContract> => {
  const supergraph = parse(supergraphSdl);
  return new Map(Object.entries(contracts).map(([name, settings]) => [name, composeContract(supergraph, settings)]));
};

/** All contracts of a project, for who publishes them. */
export interface ContractSdls {
  /** The supergraph of each contract by its name; those with faults are missing. */
  readonly sdls: Readonly<Record<string, string>>;
  /** Those with an error say that a contract does not compose, or breaks a promise: then none should be published. */
  readonly findings: readonly Finding[];
}

/** Composes the contracts of a project from its supergraph. Throws what the parser throws. */
export const contractSdls = (
  { subgraphs, contracts }: Pick<Project, 'subgraphs' | 'contracts'>,
  supergraphSdl: string,
): ContractSdls => {
  const composed = [...composeContracts(supergraphSdl, contracts)];
  const places = createPlaces(subgraphs);
  return {
    sdls: Object.fromEntries(
      composed.flatMap(([name, { schemas }]) => (schemas === undefined ? [] : [[name, schemas.supergraphSdl]])),
    ),
    findings: composed.flatMap(([name, contract]) =>
      describeContract({ name, contract, promises: contracts[name]?.unreachable ?? [] }, places),
    ),
  };
};
