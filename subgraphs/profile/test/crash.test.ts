import { randomUUID } from 'node:crypto';
import { openStore, type Store } from '@qsr/store';
import { createCallCounter } from '@qsr/subgraph';
import { guestViewer, mortalStore, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signUp } from '../src/commands/sign-up.ts';
import { createContext } from '../src/context.ts';
import type { SignUpInput } from '../src/generated/resolvers.ts';
import { ann, startProfile } from './world.ts';

let profile: SeededSubgraph;
let store: Store;
beforeAll(async () => {
  profile = await startProfile();
  store = await openStore(profile.storeUrl);
});
afterAll(async () => {
  await store.close();
  await profile[Symbol.asyncDispose]();
});

const sam = (contacts: Pick<SignUpInput, 'phone'> = {}): SignUpInput => ({
  idempotencyKey: randomUUID(),
  givenName: 'Sam',
  email: `${randomUUID()}@example.com`,
  locale: 'en-US',
  termsVersion: '2.0',
  source: 'APP',
  consents: [],
  ...contacts,
});

/** A sign-up in a process of its own. */
const signUpOver = (over: Store, input: SignUpInput) => {
  const { signal } = new AbortController();
  const scope = { signal, remainingMs: () => 5_000, calls: createCallCounter(), now: () => profile.clock.at };
  return signUp(input, createContext({ viewer: guestViewer, ...scope }, over.session({ signal })));
};

it.each([
  ['makes one customer', {}, []],
  ['refuses what one refused', { phone: ann.profile.phone!.number }, ['PHONE_TAKEN']],
])('a sign-up whose process dies at any of its writes %s when it is repeated (I24)', async (_how, contacts, codes) => {
  for (let atWrite = 1; ; atWrite += 1) {
    let died = true;
    for (const applied of [false, true]) {
      const input = sam(contacts);
      const dying = mortalStore(store, { atWrite, applied });
      await signUpOver(dying, input).catch(() => undefined);
      died = dying.isDead();
      profile.clock.at = new Date(profile.clock.at.getTime() + 10_000);
      const { customer, userErrors } = await signUpOver(store, input);
      expect(
        userErrors.map(({ code }) => code),
        `write ${atWrite}`,
      ).toStrictEqual(codes);
      expect(customer !== null).toBe(codes.length === 0);
      expect(await signUpOver(store, input)).toMatchObject({ customer: customer && { id: customer.id }, userErrors });
    }
    if (!died) return;
  }
});
