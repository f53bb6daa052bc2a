import { recordConsents } from '../commands/record-consents.ts';
import { setDoNotSellOrShare } from '../commands/set-do-not-sell-or-share.ts';
import { signUp } from '../commands/sign-up.ts';
import { updateCommunicationPreferences } from '../commands/update-communication-preferences.ts';
import { updateProfile } from '../commands/update-profile.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  signUp: (_parent, { input }, context) => signUp(input, context),
  updateProfile: (_parent, { input }, context) => updateProfile(input, context),
  recordConsents: (_parent, { input }, context) => recordConsents(input, context),
  updateCommunicationPreferences: (_parent, { input }, context) => updateCommunicationPreferences(input, context),
  setDoNotSellOrShare: (_parent, { input }, context) => setDoNotSellOrShare(input, context),
};
