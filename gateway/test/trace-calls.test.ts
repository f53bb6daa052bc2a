import { afterAll, beforeAll, expect, it } from 'vitest';
import { createViewerVerifier } from '@qsr/identity';
import { compose, TestGateway } from './support/gateway.ts';
import { TestIssuer } from './support/issuer.ts';
import { startShop } from './support/shop.ts';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const asked = { 'x-trace-calls': '1' };

let shop: Awaited<ReturnType<typeof startShop>>;
let staff: TestIssuer;
let open: TestGateway;
let scoped: TestGateway;

beforeAll(async () => {
  shop = await startShop();
  staff = await TestIssuer.start('staff');
  const supergraph = compose(shop.subgraphs);
  const options = { issuers: [staff.trusted], viewerSecrets: [secret] };
  open = await TestGateway.start(supergraph, options);
  scoped = await TestGateway.start(supergraph, { ...options, traceAccess: 'scope' });
});

afterAll(async () => {
  for (const part of [open, scoped, staff, shop]) await part[Symbol.asyncDispose]();
});

it('fetches and rounds are those of the executed plan, and the subgraphs’ own counts are added up', async () => {
  const { extensions } = await open.query('{ me { name rank balance } leaders }', {}, asked);
  expect(extensions).toStrictEqual({
    calls: {
      fetches: 3,
      rounds: 2,
      subgraphs: { accounts: 1, points: 2 },
      stores: { 'points.wallets': 1 },
      legacy: { loyalty: { inquiry: 1 } },
    },
  });
});

it('a fetch that had nothing to ask is no fetch and no round', async () => {
  shop.accounts.fault = (response) => response.end('{"data":{"me":null}}');
  const { extensions } = await open.query('{ me { balance } }', {}, asked);
  shop.accounts.fault = undefined;
  expect(extensions.calls).toMatchObject({ fetches: 1, rounds: 1, subgraphs: { accounts: 1 } });
});

it('without the header nothing is traced, and subgraphs are not asked to', async () => {
  shop.points.received.length = 0;
  expect((await open.query('{ leaders }')).extensions).toBeUndefined();
  const signed = shop.points.received[0]?.headers['x-viewer'];
  expect((await createViewerVerifier({ secrets: [secret] })(String(signed))).trace).toBe(false);
});

it('outside a local stack it takes a scope', async () => {
  const traced = async (scope: string) => {
    const answer = await scoped.query('{ leaders }', {}, { ...asked, ...(await staff.caller({ sub: 's', scope })) });
    return answer.extensions !== undefined;
  };
  expect((await scoped.query('{ leaders }', {}, asked)).extensions).toBeUndefined();
  expect(await traced('orders:refund')).toBe(false);
  expect(await traced('trace:calls')).toBe(true);
});
