import { describe, expect, it } from 'vitest';
import { checkEvent, contracts, newEvent, PoisonError, readEvent, type EventEnvelope } from '../src/index.ts';
import { completed } from './fixtures.ts';

const details = {
  id: 'e1',
  time: '2026-03-01T12:00:00Z',
  subject: 'ord_1',
  partitionKey: 'cus_1',
  correlationId: 'c1',
};

describe('an event', () => {
  it('carries what CloudEvents asks for, and what made it happen', () => {
    const data = { quoteId: 'qte_1', cartId: 'crt_1', customerId: null };
    expect(newEvent('orders.quote.created', data, { ...details, causationId: 'e0' })).toEqual({
      specversion: '1.0',
      id: 'e1',
      source: '/subgraphs/orders',
      type: 'orders.quote.created',
      subject: 'ord_1',
      time: '2026-03-01T12:00:00Z',
      dataschema: 'https://events.qsr.example/orders.quote.created/1',
      datacontenttype: 'application/json',
      partitionkey: 'cus_1',
      correlationid: 'c1',
      causationid: 'e0',
      data,
    });
  });

  it('is read without the members that this version does not know, at any depth', () => {
    const event = completed('a');
    const bonus = { offerId: 'ofr_1', points: 5 };
    const newer = { ...event, shard: 1, data: { ...event.data, mood: 'good', bonusPoints: [{ ...bonus, why: 'x' }] } };
    expect(readEvent(newer)).toEqual({ ...event, data: { ...event.data, bonusPoints: [bonus] } });
  });

  it.each([
    ['a member of no contract', { mood: 'good' }],
    ['money that is no whole number', { accrualBase: 12.5 }],
    ['an id of another kind', { orderId: 'cus_1' }],
    ['a missing member', { currency: undefined }],
  ])('is not published with %s', (_name, wrong) => {
    const event = completed('a');
    const bad = { ...event, data: { ...event.data, ...wrong } } as EventEnvelope;
    expect(() => checkEvent(bad)).toThrow(PoisonError);
  });

  it('says what is wrong with it and never what it holds', () => {
    const event = completed('a');
    expect(() => readEvent({ ...event, data: { ...event.data, customerId: 'ann@example.com' } })).toThrow(
      /^data: customerId: (?!.*ann)/,
    );
  });
});

it('is registered under the name of its file and of its producer', () => {
  for (const [name, { type }] of Object.entries(contracts)) {
    expect(name).toBe(type);
    expect(type).toMatch(/^(profile|loyalty|offers|orders)\.[a-z]+\.[a-z]+$/);
  }
});
