import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { preferenceProblem, withPreferences } from '../domain/preferences.ts';
import type { UpdateCommunicationPreferencesInput } from '../generated/resolvers.ts';
import { changeCustomer } from './change-customer.ts';
import type { Payload } from './payload.ts';

/** Sets subscriptions of the signed-in customer; those that are not named stay. */
export const updateCommunicationPreferences = (
  input: UpdateCommunicationPreferencesInput,
  context: Context,
): Promise<Payload> =>
  changeCustomer('updateCommunicationPreferences', { input, context }, (customer) => {
    const problem = preferenceProblem(input.preferences);
    if (problem !== null) return { error: userError('INVALID_INPUT', problem.message, ...problem.path) };
    const at = context.now().toISOString();
    const communicationPreferences = withPreferences(customer.communicationPreferences, input.preferences, at);
    return { state: { ...customer, communicationPreferences } };
  });
