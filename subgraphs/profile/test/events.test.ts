import { randomUUID } from 'node:crypto';
import { createRelay, openBus, readEventText } from '@qsr/events';
import { openStore } from '@qsr/store';
import { outboxSource } from '@qsr/subgraph/writing';
import { createLogger } from '@qsr/telemetry';
import { guestViewer, startTestBus } from '@qsr/testkit';
import { expect, it } from 'vitest';
import { customersTable } from '../src/repository/customers.ts';
import { startProfile } from './world.ts';

it('tells once that somebody signed up, and what they decided, without any contact data', async () => {
  await using disposal = new AsyncDisposableStack();
  const testBus = disposal.use(await startTestBus());
  const profile = disposal.use(await startProfile(testBus.url));
  const bus = disposal.adopt(openBus(testBus.url), (open) => open.close());
  const store = disposal.adopt(await openStore(profile.storeUrl), (open) => open.close());
  const input = {
    idempotencyKey: randomUUID(),
    givenName: 'Sam',
    email: 'sam@example.com',
    locale: 'en-US',
    termsVersion: '2.0',
    source: 'APP',
    enrollInLoyalty: true,
    consents: [{ purpose: 'MARKETING', channel: 'SMS', granted: false, policyVersion: '2.0' }],
  };
  const signUp = () =>
    profile.ask('mutation ($input: SignUpInput!) { signUp(input: $input) { customer { id } } }', {
      viewer: guestViewer,
      variables: { input },
    });
  const { data } = await signUp();
  await signUp();

  const source = outboxSource(store, customersTable);
  const relay = createRelay({ sources: [source], bus, log: createLogger('test', 'silent') });
  expect(await relay.runOnce()).toBe(1);
  expect(await relay.runOnce()).toBe(0);
  const { queue } = await bus.subscription('loyalty');
  const [message] = await queue.receive({ limit: 10, waitMs: 0 });
  expect(readEventText(message!.body)).toMatchObject({
    type: 'profile.customer.registered',
    data: {
      customerId: data.signUp.customer.id,
      enrollInLoyalty: true,
      consents: [{ purpose: 'MARKETING', channel: 'SMS', granted: false }],
    },
  });
  expect(message!.body).not.toContain('sam@example.com');
});
