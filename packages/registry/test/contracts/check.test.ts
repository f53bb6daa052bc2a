import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { Usage } from '../../src/usage/usage.ts';
import { checkContracts, type Given } from './support.ts';

const sdl = `type Query {
  ok: Int
  price: Int
  staff: Int @tag(name: "internal")
  me: Customer @tag(name: "own")
}
type Customer {
  name: Int
}
`;
const registry = { partner: { exclude: ['internal'] } };
const base = { sdl, registry };
const tagged = sdl.replace('price: Int', 'price: Int @tag(name: "internal")');

/** A recording of one operation. */
const usageOf = (text: string, clients: readonly string[]): Usage => ({
  since: '2026-11-01',
  operations: [
    {
      name: 'Known',
      document: parse(text),
      coordinates: undefined,
      inputs: [],
      count: 7,
      lastSeen: '2026-11-20',
      clients,
    },
  ],
  usesOf: () => undefined,
});

const brief = (findings: readonly Finding[]) =>
  findings.map(({ severity, rule, coordinate }) => [severity, rule, ...(coordinate === undefined ? [] : [coordinate])]);

it('finds nothing where nothing has changed', async () => {
  expect(await checkContracts(base, base)).toStrictEqual([]);
});

it('finds nothing where there are no contracts', async () => {
  expect(await checkContracts({ sdl }, { sdl: sdl.replace('ok: Int', 'ok: Float') })).toStrictEqual([]);
});

it('tells a contract that does not compose, at the element that needs what is left out', async () => {
  const after = sdl.replace('type Customer', 'type Customer @tag(name: "internal")');
  const findings = await checkContracts(base, { sdl: after, registry });
  expect(findings).toStrictEqual([
    {
      check: 'contracts',
      rule: 'REFERENCED_INACCESSIBLE',
      severity: 'error',
      message: expect.stringMatching(/^Contract partner: Query\.me stays and needs Customer/),
      coordinate: 'Query.me',
      subgraph: 'a',
      place: { file: 'a.graphql', line: 6, column: 3 },
    },
  ]);
});

describe('a tag that is added', () => {
  it('breaks the contract, though the API is the same', async () => {
    const findings = await checkContracts(base, { sdl: tagged, registry });
    expect(brief(findings)).toStrictEqual([['error', 'FIELD_REMOVED', 'Query.price']]);
    expect(findings[0]).toMatchObject({
      message: expect.stringMatching(/^Contract partner: .*price.*: it has tag "internal"/),
      place: { file: 'a.graphql', line: 4, column: 3 },
    });
  });

  it('does no harm to other contracts', async () => {
    const others = { other: { exclude: ['own'] } };
    expect(brief(await checkContracts({ sdl, registry: others }, { sdl: tagged, registry: others }))).toStrictEqual([]);
  });

  it('passes when nobody asks for it, and fails when somebody does', async () => {
    const unused = await checkContracts(base, { sdl: tagged, registry }, usageOf('query Known { ok }', ['shop 1']));
    expect(brief(unused)).toStrictEqual([['note', 'FIELD_REMOVED', 'Query.price']]);
    const used = await checkContracts(base, { sdl: tagged, registry }, usageOf('query Known { price }', ['shop 1']));
    expect(brief(used)).toStrictEqual([['error', 'FIELD_REMOVED', 'Query.price']]);
  });

  it('passes when only clients of other contracts ask for it', async () => {
    const after = (name: string) => ({
      sdl: tagged,
      registry: { partner: { exclude: ['internal'], clients: [name] } },
    });
    const usage = usageOf('query Known { price }', ['shop 1']);
    expect(brief(await checkContracts(base, after('courier'), usage))).toStrictEqual([
      ['note', 'FIELD_REMOVED', 'Query.price'],
    ]);
    expect(brief(await checkContracts(base, after('shop'), usage))).toStrictEqual([
      ['error', 'FIELD_REMOVED', 'Query.price'],
    ]);
  });
});

describe('a tag that is taken away', () => {
  const without = sdl.replace('staff: Int @tag(name: "internal")', 'staff: Int');

  it('is a warning: it shows what was hidden', async () => {
    const kept = without.replace('ok: Int', 'ok: Int other: Int @tag(name: "internal")');
    expect(brief(await checkContracts(base, { sdl: kept, registry }))).toStrictEqual([
      ['warning', 'FIELD_ADDED', 'Query.staff'],
    ]);
  });

  it('tells a tag that nothing has any more, where registry.yaml names it', async () => {
    const text = 'contracts:\n  partner:\n    exclude:\n      - internal\n';
    const findings = await checkContracts({ sdl, registry: text }, { sdl: without, registry: text });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'CONTRACT_UNKNOWN_TAG',
        severity: 'warning',
        place: { file: 'registry.yaml', line: 4, column: 9 },
      }),
    );
  });
});

it('does not tell again what is told of the whole API, but that the contract has it too', async () => {
  const findings = await checkContracts(base, { sdl: sdl.replace('  price: Int\n', ''), registry });
  expect(brief(findings)).toStrictEqual([['note', 'CONTRACT_CHANGED_WITH_API']]);
  expect(findings[0]?.message).toBe('Contract partner: 1 of the changes above are also changes of it: Query.price.');
});

it('says nothing of a change to what the contract leaves out', async () => {
  expect(await checkContracts(base, { sdl: sdl.replace('staff: Int', 'staff: Float'), registry })).toStrictEqual([]);
});

describe('settings of contracts', () => {
  const after = (partner: Given) => checkContracts(base, { sdl, registry: { partner } });

  it('break it when they exclude more', async () => {
    expect(brief(await after({ exclude: ['internal', 'own'] }))).toStrictEqual([
      ['error', 'TYPE_REMOVED', 'Customer'],
      ['error', 'FIELD_REMOVED', 'Query.me'],
    ]);
  });

  it('are warned of when they exclude less', async () => {
    expect(brief(await after({ exclude: ['own'] }))).toContainEqual(['warning', 'FIELD_ADDED', 'Query.staff']);
  });

  it('are compared with those of the base', async () => {
    const changed = { partner: { exclude: ['internal', 'own'] } };
    expect(await checkContracts({ sdl, registry: changed }, { sdl, registry: changed })).toStrictEqual([]);
  });

  it('stand in for those of the base when they cannot be understood, with a warning', async () => {
    for (const broken of ['contracts: [', '['.repeat(20_000), 'contracts:\n  partner:\n    tags: [internal]\n']) {
      expect(brief(await checkContracts({ sdl, registry: broken }, { sdl: tagged, registry }))).toStrictEqual([
        ['warning', 'CONTRACT_BASE_UNREADABLE'],
        ['error', 'FIELD_REMOVED', 'Query.price'],
      ]);
    }
  });
});

describe('a contract that comes or goes', () => {
  it('is a note when it is new', async () => {
    expect(brief(await checkContracts({ sdl }, base))).toStrictEqual([['note', 'CONTRACT_ADDED']]);
  });

  it('is an error when it is gone, whatever its name', async () => {
    const named = { constructor: { exclude: ['internal'] } };
    expect(brief(await checkContracts(base, { sdl, registry: {} }))).toStrictEqual([['error', 'CONTRACT_REMOVED']]);
    expect(brief(await checkContracts({ sdl, registry: named }, { sdl }))).toStrictEqual([
      ['error', 'CONTRACT_REMOVED'],
    ]);
  });

  it('is a note when it is gone after it was deprecated', async () => {
    const deprecated = { partner: { exclude: ['internal'], deprecated: 'use the public one' } };
    const findings = await checkContracts({ sdl, registry: deprecated }, { sdl });
    expect(brief(findings)).toStrictEqual([['note', 'CONTRACT_REMOVED']]);
    expect(findings[0]?.message).toContain('use the public one');
  });

  it('is a warning when there is nothing to compare it with, because it was broken', async () => {
    const broken = sdl.replace('type Customer', 'type Customer @tag(name: "internal")');
    expect(brief(await checkContracts({ sdl: broken, registry }, base))).toStrictEqual([
      ['warning', 'CONTRACT_WITHOUT_BASE'],
    ]);
  });
});

describe('promises', () => {
  const promising = (...unreachable: string[]) => ({ partner: { exclude: ['internal'], unreachable } });

  it('fail the check when they are broken, with the path and its last place', async () => {
    const findings = await checkContracts(base, { sdl, registry: promising('Customer') });
    expect(findings).toStrictEqual([
      expect.objectContaining({
        rule: 'CONTRACT_PROMISE_BROKEN',
        severity: 'error',
        message: expect.stringContaining('Query.me → Customer'),
        place: { file: 'a.graphql', line: 8, column: 6 },
      }),
    ]);
  });

  it('pass when they are kept', async () => {
    expect(await checkContracts(base, { sdl, registry: promising('@internal') })).toStrictEqual([]);
  });

  it('are an error when they are about no type, and a note when its type has gone', async () => {
    expect(brief(await checkContracts(base, { sdl, registry: promising('Custmer') }))).toStrictEqual([
      ['error', 'CONTRACT_UNKNOWN_TYPE'],
    ]);
    const lone = `${sdl}type Lone { id: ID }`;
    expect(brief(await checkContracts({ sdl: lone, registry }, { sdl, registry: promising('Lone') }))).toStrictEqual([
      ['note', 'CONTRACT_UNKNOWN_TYPE'],
    ]);
  });

  it('are missed when they are gone', async () => {
    expect(brief(await checkContracts({ sdl, registry: promising('@internal') }, base))).toStrictEqual([
      ['warning', 'CONTRACT_PROMISE_DROPPED'],
    ]);
  });
});
