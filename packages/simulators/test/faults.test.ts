import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Simulator } from '../src/index.ts';
import {
  accountUrl,
  addRedeem,
  admin,
  annId,
  benId,
  call,
  callText,
  fakeClock,
  rest,
  setFaults,
  startLoyalty,
} from './fixtures.ts';

const read = (simulator: Simulator) => call(accountUrl(simulator, annId));

const add = (simulator: Simulator, pos: string) =>
  call(rest(simulator, 'transaction/addRedeem'), { body: addRedeem(pos, { add: '1' }) });

interface CallReport {
  readonly counts: Record<string, number>;
  readonly peakInFlight: number;
  readonly calls: Array<{ endpoint: string; subject: string | null; outcome: number | string }>;
}

const calls = (simulator: Simulator) => admin<CallReport>(simulator, 'calls');

const transactions = async (simulator: Simulator) =>
  (await admin<{ transactions: unknown[] }>(simulator, `book?accountId=${annId}`)).transactions;

describe('faults', () => {
  it('an outage resets connections until it is mended', async () => {
    await using simulator = await startLoyalty();
    await setFaults(simulator, { outage: true });
    await expect(read(simulator)).rejects.toThrow('fetch failed');
    await setFaults(simulator, {});
    expect((await read(simulator)).body['result']).toBe('success');
  });

  it('a hanging endpoint never answers, and closing the simulator does not wait for it', async () => {
    const simulator = await startLoyalty();
    await setFaults(simulator, { hang: true });
    const waiting = read(simulator).then(String, String);
    await expect.poll(() => calls(simulator)).toMatchObject({ calls: [{ outcome: 'silence' }] });
    await simulator.close();
    expect(await waiting).toContain('fetch failed');
  });

  it('closing does not wait for a client that never ends its request', async () => {
    const simulator = await startLoyalty();
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      socket.write('POST /rest/26.6/transaction/addRedeem.json HTTP/1.1\r\ncontent-length: 9\r\n\r\n{', () =>
        resolve(),
      );
    });
    await simulator.close();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  it('a lost acknowledgement leaves its effect, an error does not', async () => {
    await using simulator = await startLoyalty();
    await setFaults(simulator, { endpoints: { 'transaction/addRedeem': { loseAcknowledgement: true } } });
    await expect(add(simulator, 'pos-1')).rejects.toThrow('fetch failed');
    expect(await transactions(simulator)).toHaveLength(1);
    await setFaults(simulator, { errorRate: 1 });
    expect(await add(simulator, 'pos-2')).toMatchObject({ status: 500, body: { result: 'failure' } });
    expect(await transactions(simulator)).toHaveLength(1);
  });

  it('maintenance answers a page, not JSON', async () => {
    await using simulator = await startLoyalty();
    await setFaults(simulator, { maintenance: true });
    const { status, text } = await callText(accountUrl(simulator, annId));
    expect({ status, start: text.slice(0, 6) }).toEqual({ status: 503, start: '<html>' });
  });

  it('throttling lets a second’s worth through, then answers 429 or a failure code, and refills by the clock', async () => {
    const clock = fakeClock();
    await using simulator = await startLoyalty({ now: clock.now });
    await setFaults(simulator, { throttlePerSecond: 2 });
    expect([await read(simulator), await read(simulator)].map(({ status }) => status)).toEqual([200, 200]);
    expect((await read(simulator)).status).toBe(429);
    clock.move(500);
    expect((await read(simulator)).body['result']).toBe('success');
    await setFaults(simulator, { throttlePerSecond: 2, throttleAnswer: 'result' });
    expect(await read(simulator)).toMatchObject({ status: 200, body: { result: 'failure', responseCode: '629' } });
  });

  it('latency delays the answer', async () => {
    await using simulator = await startLoyalty();
    await setFaults(simulator, { latencyMs: 40, latencyJitterMs: 10 });
    const before = performance.now();
    await read(simulator);
    expect(performance.now() - before).toBeGreaterThan(39);
  });

  it('the same seed draws the same faults', async () => {
    const statuses = async (seed: number) => {
      await using simulator = await startLoyalty({ seed });
      await setFaults(simulator, { errorRate: 0.5 });
      const drawn: number[] = [];
      for (let index = 0; index < 16; index += 1) drawn.push((await read(simulator)).status);
      return drawn.join();
    };
    const first = await statuses(7);
    expect(await statuses(7)).toBe(first);
    expect(await statuses(8)).not.toBe(first);
    expect(first).toContain('500');
    expect(first).toContain('200');
  });

  it('keys of a bulk answer fail one by one', async () => {
    await using simulator = await startLoyalty({ mode: 'bulk' });
    await setFaults(simulator, { keyErrorRate: true });
    const { body } = await call(rest(simulator, 'ext/bulk/accountInformation'), {
      body: `{"merchantId":1000,"accountIds":[${annId},${benId}]}`,
    });
    expect(body).toMatchObject({ result: 'success', accounts: [{ result: 'failure' }, { result: 'failure' }] });
  });

  it('a plan with a mistake is refused whole, naming it', async () => {
    await using simulator = await startLoyalty();
    const { status, body } = await setFaults(simulator, { hang: 2, outage: true, endpoints: { nonsense: {} } });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/hang.*nonsense/);
    expect((await read(simulator)).status).toBe(200);
  });
});

describe('the list of calls', () => {
  it('counts each call by endpoint and lists what it was about, newest first, until it is cleared', async () => {
    await using simulator = await startLoyalty();
    await read(simulator);
    await call(accountUrl(simulator, benId), { credentials: 'a:b' });
    await add(simulator, 'pos-1');
    expect(await calls(simulator)).toMatchObject({
      counts: { 'guest/accountInformation': 2, 'transaction/addRedeem': 1 },
      calls: [
        { endpoint: 'transaction/addRedeem', outcome: 200 },
        { endpoint: 'guest/accountInformation', subject: benId, outcome: 401 },
        { endpoint: 'guest/accountInformation', subject: annId, outcome: 200 },
      ],
    });
    await callText(`${simulator.adminUrl}/calls`, { method: 'DELETE' });
    expect(await calls(simulator)).toMatchObject({ counts: {}, calls: [] });
  });

  it('keeps the highest number of calls that were open at once', async () => {
    await using simulator = await startLoyalty();
    await setFaults(simulator, { latencyMs: 20 });
    await Promise.all([read(simulator), read(simulator), read(simulator)]);
    expect((await calls(simulator)).peakInFlight).toBe(3);
  });
});
