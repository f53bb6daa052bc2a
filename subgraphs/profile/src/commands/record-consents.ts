import { derivedId, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { withDecisions } from '../domain/decisions.ts';
import { jurisdictionProblem } from '../domain/person.ts';
import { consentRecorded } from '../events/publish.ts';
import type { RecordConsentsInput } from '../generated/resolvers.ts';
import { changeCustomer } from './change-customer.ts';
import { consentProblem, decisionsOf } from './judge-consents.ts';
import { invalid, type Payload } from './payload.ts';

/** Adds decisions to the history of the signed-in customer: all of them, or none. */
export const recordConsents = (input: RecordConsentsInput, context: Context): Promise<Payload> =>
  changeCustomer('recordConsents', { input, context }, async (customer) => {
    const decisions = decisionsOf(input.consents);
    if (decisions.length === 0) {
      return { error: userError('INVALID_INPUT', 'Please record at least one decision.', 'consents') };
    }
    const problem = jurisdictionProblem(input.jurisdiction ?? null);
    if (problem !== null) return { error: invalid(problem) };
    const error = await consentProblem(decisions, context);
    if (error !== null) return { error };
    const at = context.now().toISOString();
    const consents = withDecisions(customer.consents, decisions, {
      source: input.source,
      jurisdiction: input.jurisdiction ?? null,
      at,
      idOf: (place) => derivedId('con', customer.id, String(customer.consents.length + place)),
    });
    return { state: { ...customer, consents }, events: [consentRecorded(customer, decisions, at)] };
  });
