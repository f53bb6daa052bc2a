import { parse } from 'graphql';
import { fileAt } from '../base/git.ts';
import type { Schemas } from '../composition/schemas.ts';
import type { Finding } from '../finding.ts';
import { composeContract, type ComposedContract } from './compose-contract.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { contractsIn } from './settings-file.ts';
import type { ContractSettings } from './settings.ts';

/** A contract as it was. */
export interface BaseContract {
  readonly settings: ContractSettings;
  readonly composed: ComposedContract;
}

/** The contracts of the base, by its own registry.yaml. */
export interface BaseContracts {
  readonly contracts: ReadonlyMap<string, BaseContract>;
  readonly findings: readonly Finding[];
}

type ByName = Readonly<Record<string, ContractSettings>>;

const unreadable = (revision: string): Finding => ({
  check: 'contracts',
  rule: 'CONTRACT_BASE_UNREADABLE',
  severity: 'warning',
  message: `${SETTINGS_FILE} of ${revision} cannot be understood; contracts are compared with what their present settings make of ${revision}.`,
});

/** Composes the contracts that a revision had. Without registry.yaml it had none. */
export const readBaseContracts = async (
  { supergraphSdl }: Schemas,
  { folder, revision, present }: { readonly folder: string; readonly revision: string; readonly present: ByName },
): Promise<BaseContracts> => {
  const text = await fileAt(folder, revision, SETTINGS_FILE);
  const known = text === undefined ? {} : contractsIn(text);
  const supergraph = parse(supergraphSdl);
  const contracts = Object.entries(known ?? present).map(
    ([name, settings]) => [name, { settings, composed: composeContract(supergraph, settings) }] as const,
  );
  return { contracts: new Map(contracts), findings: known === undefined ? [unreadable(revision)] : [] };
};
