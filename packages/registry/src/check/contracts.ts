import { join } from 'node:path';
import { createPlaces, type Places } from '../changes/places.ts';
import { readBaseContracts, type BaseContract } from '../contracts/base.ts';
import {
  changesOfApi,
  compareContract,
  recordingOf,
  type ChangeKeys,
  type ContractChanges,
} from '../contracts/compare.ts';
import type { ComposedContract } from '../contracts/compose-contract.ts';
import { composeContracts } from '../contracts/contracts.ts';
import { at, contractFinding, describeContract } from '../contracts/describe.ts';
import { settingsPlaces, type SettingsPlaces } from '../contracts/settings-file.ts';
import type { ContractSettings } from '../contracts/settings.ts';
import { unknownNames } from '../contracts/unknown.ts';
import type { Finding } from '../finding.ts';
import { listOf } from '../list-of.ts';
import { readTextIfAny } from '../project/read-text.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import type { Check, CheckContext } from './context.ts';

/** What all contracts of a check share. */
interface Shared {
  readonly context: CheckContext;
  readonly places: Places;
  readonly placeIn: SettingsPlaces;
  readonly before: ReadonlyMap<string, BaseContract>;
  readonly ofApi: ChangeKeys;
}

interface Named {
  readonly name: string;
  readonly settings: ContractSettings;
  readonly composed: ComposedContract;
}

const describeChanges = (name: string, { own, shared }: ContractChanges, places: Places): readonly Finding[] => {
  const findings = own.map(({ change, severity, message }) =>
    contractFinding(name, { rule: change.kind, severity, message, ...at(change.coordinate, places) }),
  );
  if (shared.length === 0) return findings;
  const about = [...new Set(shared.map(({ change }) => change.coordinate ?? change.kind))];
  const message = `${shared.length} of the changes above are also changes of it: ${listOf(about)}.`;
  return [...findings, contractFinding(name, { rule: 'CONTRACT_CHANGED_WITH_API', severity: 'note', message })];
};

const droppedPromises = (name: string, dropped: readonly string[], placeIn: SettingsPlaces): readonly Finding[] =>
  dropped.map((promise) =>
    contractFinding(name, {
      rule: 'CONTRACT_PROMISE_DROPPED',
      severity: 'warning',
      message: `registry.yaml no longer promises that nothing leads to ${promise}.`,
      place: placeIn(['contracts', name]),
    }),
  );

const compareWithBase = async (
  { name, settings, composed }: Named,
  { context, places, placeIn, before, ofApi }: Shared,
): Promise<readonly Finding[]> => {
  const { revision, usage } = context;
  const was = before.get(name);
  if (was === undefined) {
    const message = `it is new; ${revision} has none of that name.`;
    return [contractFinding(name, { rule: 'CONTRACT_ADDED', severity: 'note', message })];
  }
  const dropped = was.settings.unreachable.filter((promise) => !settings.unreachable.includes(promise));
  const findings = droppedPromises(name, dropped, placeIn);
  if (was.composed.schemas === undefined) {
    const message = `it did not compose in ${revision}, so there is nothing to compare it with.`;
    return [...findings, contractFinding(name, { rule: 'CONTRACT_WITHOUT_BASE', severity: 'warning', message })];
  }
  if (composed.schemas === undefined) return findings;
  const side = (contract: ComposedContract, { api }: { api: typeof context.head.api }) => ({
    api,
    leftOut: contract.leftOut,
  });
  const recording = recordingOf(usage, settings.clients);
  const sides = { before: side(was.composed, was.composed.schemas), after: side(composed, composed.schemas), ofApi };
  return [...findings, ...describeChanges(name, await compareContract(sides, recording), places)];
};

const describeRemoved = (name: string, { settings }: BaseContract, revision: string): Finding =>
  settings.deprecated === undefined
    ? contractFinding(name, {
        rule: 'CONTRACT_REMOVED',
        severity: 'error',
        message: `it is gone, and all that its users have with it. Give it \`deprecated\` in ${SETTINGS_FILE} first, with what they shall do; it may go in a later change.`,
      })
    : contractFinding(name, {
        rule: 'CONTRACT_REMOVED',
        severity: 'note',
        message: `it is gone; ${revision} had it deprecated: ${settings.deprecated}`,
      });

/** Contracts compose, keep what they promise, and lose nothing that their users need. */
export const contracts: Check = {
  name: 'contracts',
  run: async (context) => {
    const { project, head, base, revision, usage } = context;
    const { folder, contracts: present } = project;
    const of = { folder, revision, present };
    const old = base === undefined ? undefined : await readBaseContracts(base, of);
    const before = old?.contracts ?? new Map<string, BaseContract>();
    const placeIn = settingsPlaces((await readTextIfAny(join(folder, SETTINGS_FILE))) ?? '');
    const hasBoth = base !== undefined && before.size > 0;
    const ofApi = hasBoth ? await changesOfApi(base, head, usage) : new Set<string>();
    const shared = { context, places: createPlaces(project.subgraphs), placeIn, before, ofApi };
    const found = [...(old?.findings ?? [])];
    for (const [name, composed] of composeContracts(head.supergraphSdl, present)) {
      const settings = present[name];
      if (settings === undefined) continue;
      const known = { head, base, tag: composed.names.tag, placeIn };
      found.push(...describeContract({ name, contract: composed, promises: settings.unreachable }, shared.places));
      found.push(...unknownNames(name, settings, known));
      if (base !== undefined) found.push(...(await compareWithBase({ name, settings, composed }, shared)));
    }
    const removed = [...before].filter(([name]) => !Object.hasOwn(present, name));
    return [...found, ...removed.map(([name, contract]) => describeRemoved(name, contract, revision))];
  },
};
