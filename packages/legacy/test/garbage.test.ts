import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createLoyaltyClient, createPaymentClient } from '../src/index.ts';
import { settled, timed } from './system.ts';

const account = (fields: string) =>
  `{"result":"success","accountId":1001,"tierCode":1,"rewardPoints":[{"walletCode":1,"points":12.00}]${fields}}`;

const clientOf = (url: string) => {
  const client = createLoyaltyClient({ url, credentials: 'a:b', merchantId: '1', mode: 'fanout' });
  onTestFinished(() => client.close());
  return client;
};

const answering = async (body: string, headers: Record<string, string> = {}, status = 200) => {
  const server = createHttpServer((_request, response) => response.writeHead(status, headers).end(body));
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest/1`;
};

it('reads the answer that the others below are broken from', async () => {
  const client = clientOf(await answering(account('')));
  expect(await client.session().accounts.load('1001')).toMatchObject({ points: 12, expirations: [] });
});

it.each([
  ['a truncated body', account('').slice(0, 40), {}],
  ['fewer bytes than announced', account(''), { 'content-length': '4000' }],
  ['nothing', '', {}],
  ['another account', account('').replace('1001', '1002'), {}],
  ['no result', account('').replace('"result":"success",', ''), {}],
  ['a balance that is no number', account('').replace('12.00', '"plenty"'), {}],
  ['a balance in exponents', account('').replace('12.00', '12e3'), {}],
  ['a balance beyond 2^53', account('').replace('12.00', '9007199254740993.00'), {}],
  ['no balance', account('').replace('"points":12.00', '"points":null'), {}],
  ['another wallet only', account('').replace('"walletCode":1', '"walletCode":2'), {}],
  ['a list', `[${account('')}]`, {}],
])('refuses %s instead of showing a number', async (_name, body, headers) => {
  const client = clientOf(await answering(body, headers));
  const { value, ms } = await timed(settled(client.session().accounts.load('1001')));
  expect(['DOWNSTREAM_UNAVAILABLE', 'DOWNSTREAM_TIMEOUT']).toContain(value);
  expect(ms).toBeLessThan(1_200);
});

it.each([
  [400, 'notSent'],
  [408, 'unknown'],
  [502, 'unknown'],
  [504, 'unknown'],
])('takes HTTP %d from something in between for a write that is %s', async (status, outcome) => {
  const client = clientOf(await answering('', {}, status));
  const posting = {
    cardNumber: '1',
    storeCode: '1',
    posTransactionId: 'led_1',
    occurredAt: '2026-03-10T12:00:00.000Z',
  };
  expect(await client.writes().addRedeem({ ...posting, add: 10 })).toMatchObject({ outcome });
});

it('gives up on a connection that does not come about within 300 ms', async () => {
  const silent = createTcpServer(() => undefined).listen(0, '127.0.0.1');
  onTestFinished(() => void silent.close());
  await once(silent, 'listening');
  const client = clientOf(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/rest/1`);
  const { value, ms } = await timed(settled(client.session().accounts.load('1001')));
  expect(value).toBe('DOWNSTREAM_UNAVAILABLE');
  expect(ms).toBeGreaterThan(280);
  expect(ms).toBeLessThan(600);
});

it('takes a refusal neither for a profile without cards nor for a system that is down', async () => {
  const url = await answering('{"respstat":"C","respcode":"34","resptext":"Invalid field","respproc":"PPS"}');
  const client = createPaymentClient({ url, credentials: 'a:b', merchantId: '1', mode: 'single' });
  onTestFinished(() => client.close());
  const { paymentMethods } = client.session();
  const loads = Array.from({ length: 30 }, (_, index) => settled(paymentMethods.load(String(index))));
  expect(new Set(await Promise.all(loads))).toEqual(new Set(['DOWNSTREAM_UNAVAILABLE']));
  expect(client.state()).toBe('closed');
});
