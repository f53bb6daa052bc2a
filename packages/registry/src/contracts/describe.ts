import type { Places } from '../changes/places.ts';
import type { Finding } from '../finding.ts';
import type { ComposedContract } from './compose-contract.ts';
import { brokenPromises } from './promises.ts';

/** A finding about a contract; its message begins with the name. */
export const contractFinding = (name: string, { message, ...finding }: Omit<Finding, 'check'>): Finding => ({
  check: 'contracts',
  ...finding,
  message: `Contract ${name}: ${message}`,
});

/** Where an element is written, as a part of a finding. */
export const at = (
  coordinate: string | undefined,
  places: Places,
): Pick<Finding, 'coordinate' | 'subgraph' | 'place'> =>
  coordinate === undefined ? {} : { coordinate, ...places.placeOf(coordinate) };

/** A contract that was composed, and what it promises. */
export interface DescribedContract {
  readonly name: string;
  readonly contract: ComposedContract;
  readonly promises: readonly string[];
}

/** Why a contract is no schema, or which promises it breaks: errors. None: all is well. */
export const describeContract = (
  { name, contract, promises }: DescribedContract,
  places: Places,
): readonly Finding[] => [
  ...contract.faults.map(({ code, message, coordinate }) =>
    contractFinding(name, { rule: code, severity: 'error', message, ...at(coordinate, places) }),
  ),
  ...brokenPromises(contract, promises).map(({ promise, path, coordinate }) =>
    contractFinding(name, {
      rule: 'CONTRACT_PROMISE_BROKEN',
      severity: 'error',
      message: `registry.yaml promises that nothing leads to ${promise}, but there is a path: ${path}. Leave out a step of it with a tag.`,
      ...at(coordinate, places),
    }),
  ),
];
