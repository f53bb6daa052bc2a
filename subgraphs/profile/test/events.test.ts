import { randomUUID } from 'node:crypto';
import { openBus, readEventText } from '@qsr/events';
import { openStore } from '@qsr/store';
import { createLogger, createMetrics } from '@qsr/telemetry';
import { customerViewer, guestViewer, startTestBus } from '@qsr/testkit';
import { expect, it } from 'vitest';
import { createWorkers } from '../src/workers.ts';
import { startProfile } from './world.ts';

it('tells once that somebody signed up, and what they decided, without any contact data', async () => {
  await using disposal = new AsyncDisposableStack();
  const testBus = disposal.use(await startTestBus());
  const profile = disposal.use(await startProfile(testBus.url));
  const topology = { marketing: ['profile.customer.registered', 'profile.consent.recorded'] } as const;
  const bus = disposal.adopt(openBus(testBus.url, { topology }), (open) => open.close());
  const store = disposal.adopt(await openStore(profile.storeUrl), (open) => open.close());
  const input = {
    idempotencyKey: randomUUID(),
    givenName: 'Sam',
    email: 'sam@example.com',
    locale: 'en-US',
    termsVersion: '2.0',
    source: 'APP',
    enrollInLoyalty: true,
    referralCode: 'ANN-2026',
    consents: [{ purpose: 'MARKETING', channel: 'SMS', granted: false, policyVersion: '2.0' }],
  };
  const [consent] = input.consents;
  const signUp = () =>
    profile.ask('mutation ($input: SignUpInput!) { signUp(input: $input) { customer { id } } }', {
      viewer: guestViewer,
      variables: { input },
    });
  const { data } = await signUp();
  await signUp();
  const customerId = data.signUp.customer.id;
  await profile.ask(
    'mutation ($input: RecordConsentsInput!) { recordConsents(input: $input) { userErrors { code } } }',
    {
      viewer: customerViewer(customerId),
      variables: { input: { idempotencyKey: 'k', source: 'APP', consents: [{ ...consent, granted: true }] } },
    },
  );

  const log = createLogger('test', 'silent');
  const [relay] = createWorkers({ store, bus, log }).relay(createMetrics('profile'));
  expect(await relay?.runOnce()).toBe(2);
  expect(await relay?.runOnce()).toBe(0);
  const { queue } = await bus.subscription('marketing');
  const messages = await queue.receive({ limit: 10, waitMs: 0 });
  const told = messages.map(({ body }) => readEventText(body)).sort((one, other) => (one.type < other.type ? 1 : -1));
  expect(told).toMatchObject([
    {
      type: 'profile.customer.registered',
      data: { customerId, enrollInLoyalty: true, referralCode: 'ANN-2026', consents: [{ granted: false }] },
    },
    {
      type: 'profile.consent.recorded',
      data: { customerId, consents: [{ purpose: consent?.purpose, granted: true }] },
    },
  ]);
  expect(messages.map(({ body }) => body).join()).not.toContain('sam@example.com');
});
