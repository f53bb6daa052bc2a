import { judgeEdition } from '@qsr/subgraph/editions';
import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { repeatedDecision, type ConsentDecision } from '../domain/decisions.ts';
import { policyFor, type PolicyType } from '../domain/policy.ts';
import type { ProfileError } from './payload.ts';

/** An edition of a legal text that somebody says to have seen, and where the input says so. */
interface Shown {
  readonly type: PolicyType;
  readonly edition: string;
  readonly field: readonly string[];
}

type Reading = Pick<Context, 'repositories' | 'now'>;

const editionProblem = async (
  shown: readonly Shown[],
  { repositories, now }: Reading,
): Promise<ProfileError | null> => {
  const types = [...new Set(shown.map(({ type }) => type))];
  const policies = await repositories.policies.table.getMany(types.map((type) => ({ partition: type })));
  const editionsOf = (type: PolicyType) => policies[types.indexOf(type)]?.editions ?? [];
  for (const { type, edition, field } of shown) {
    const judgement = judgeEdition(editionsOf(type), edition, now());
    if (judgement === 'outdated') {
      const message = `Edition ${edition} of this text is not in force any more. Please show the current one.`;
      return userError('POLICY_VERSION_OUTDATED', message, ...field);
    }
    if (judgement === 'unknown') return userError('INVALID_INPUT', 'There is no such edition of this text.', ...field);
  }
  return null;
};

/** What is wrong with decisions, and with the terms where they were accepted too; null when nothing is. */
export const consentProblem = async (
  decisions: readonly ConsentDecision[],
  reading: Reading,
  termsVersion?: string,
): Promise<ProfileError | null> => {
  const repeated = repeatedDecision(decisions);
  if (repeated >= 0) {
    const message = 'Each purpose and channel can be decided once in a request.';
    return userError('INVALID_INPUT', message, 'consents', String(repeated));
  }
  const shown = decisions.map(({ purpose, policyVersion }, place): Shown => ({
    type: policyFor(purpose),
    edition: policyVersion,
    field: ['consents', String(place), 'policyVersion'],
  }));
  const terms =
    termsVersion === undefined ? [] : [{ type: 'TERMS', edition: termsVersion, field: ['termsVersion'] } as const];
  return editionProblem([...terms, ...shown], reading);
};

/** The decisions of an input, without what the graph may leave out. */
export const decisionsOf = (
  inputs: ReadonlyArray<Omit<ConsentDecision, 'channel'> & { readonly channel?: ConsentDecision['channel'] }>,
): readonly ConsentDecision[] =>
  inputs.map(({ purpose, channel, granted, policyVersion }) => ({
    purpose,
    channel: channel ?? null,
    granted,
    policyVersion,
  }));
