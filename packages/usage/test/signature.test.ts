import fc from 'fast-check';
import { getOperationAST, parse, print, stripIgnoredCharacters, visit, type ASTNode, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationIdOf, signatureOf } from '../src/index.ts';

const signature = (text: string): string => {
  const document = parse(text);
  return signatureOf(document, getOperationAST(document)!);
};

const name = fc.constantFrom('a', 'b', 'c', 'd');

/** Texts and numbers that are found again if any of them is left. */
const secret = fc.integer({ min: 1, max: 1e9 }).map((number) => `Zq${number}`);
const literal = fc.oneof(
  fc.integer({ min: 7_000_000, max: 7_999_999 }).map(String),
  fc.integer({ min: 7_000_000, max: 7_999_999 }).map((number) => `-${number}.25e7`),
  secret.map((text) => JSON.stringify(text)),
  secret.map((text) => `"""\n${text} "quoted"\n"""`),
  fc.constantFrom('true', 'null', 'OPEN', '$v'),
);

const { value, selection } = fc.letrec<{ value: string; selection: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    literal,
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' ')}]`),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }).map(
      (fields) =>
        `{${Object.entries(fields)
          .map(([key, field]) => `${key}: ${field}`)
          .join(' ')}}`,
    ),
  ),
  selection: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('...F', '...G', 'a', 'b: c'),
    fc
      .record({
        alias: fc.option(name),
        name,
        values: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
        include: fc.boolean(),
        inner: fc.array(tie('selection'), { maxLength: 3 }),
      })
      .map(({ alias, name: field, values, include, inner }) => {
        const given = Object.entries(values).map(([key, text]) => `${key}: ${text}`);
        return [
          alias === null ? '' : `${alias}: `,
          field,
          given.length === 0 ? '' : `(${given.join(', ')})`,
          include ? ' @include(if: $v) @skip(if: false)' : '',
          inner.length === 0 ? '' : ` { ${inner.join(' ')} }`,
        ].join('');
      }),
    fc.array(tie('selection'), { minLength: 1, maxLength: 2 }).map((inner) => `... on T { ${inner.join(' ')} }`),
  ),
}));

const operation = fc
  .tuple(
    fc.array(selection, { minLength: 1, maxLength: 4 }),
    fc.array(selection, { minLength: 1, maxLength: 2 }),
    value,
  )
  .map(
    ([selections, fragment, standard]) =>
      `query Q($v: T = ${standard.includes('$') ? '1' : standard}, $w: T) { ...F ...G ${selections.join('\n')} }
       fragment F on T { ${fragment.join(' ')} }
       fragment G on T { id }`,
  );

const shuffled = (document: DocumentNode, random: () => number): DocumentNode => {
  const shuffle = (nodes: readonly ASTNode[] | undefined): readonly ASTNode[] =>
    (nodes ?? [])
      .map((node) => ({ node, at: random() }))
      .sort((one, other) => one.at - other.at)
      .map(({ node }) => node);
  return visit(document, {
    Document: { leave: (node): any => ({ ...node, definitions: shuffle(node.definitions) }) },
    SelectionSet: { leave: (node): any => ({ ...node, selections: shuffle(node.selections) }) },
    Field: {
      leave: (node): any => ({
        ...node,
        alias: random() < 0.5 ? undefined : { kind: 'Name', value: `alias${Math.floor(random() * 9)}` },
        arguments: shuffle(node.arguments),
        directives: shuffle(node.directives),
      }),
    },
    OperationDefinition: {
      leave: (node): any => ({ ...node, variableDefinitions: shuffle(node.variableDefinitions) }),
    },
  });
};

describe('signatureOf', () => {
  it('keeps no text, no number and no alias of any operation', () => {
    fc.assert(
      fc.property(operation, (text) => {
        const signed = signature(text);
        expect(signed).not.toMatch(/Zq|7\d{6}|quoted/);
        expect(() => parse(signed)).not.toThrow();
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('is the same in whatever order, under whatever aliases and however laid out', () => {
    fc.assert(
      fc.property(
        operation,
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 50 }),
        (text, chances) => {
          let drawn = 0;
          const other = print(shuffled(parse(text), () => chances[drawn++ % chances.length]!));
          expect(signature(other)).toBe(signature(text));
          expect(signature(`# a remark\n${stripIgnoredCharacters(other)}`)).toBe(signature(text));
        },
      ),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('is its own signature', () => {
    fc.assert(
      fc.property(operation, (text) => {
        expect(signature(signature(text))).toBe(signature(text));
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });

  it('tells operations apart that differ in more than values', () => {
    const ids = [
      '{ a }',
      '{ a b }',
      'query A { a }',
      'mutation { a }',
      '{ a(x: 1) }',
      '{ a(x: OPEN) }',
      '{ a(x: SHUT) }',
      '{ a(y: 1) }',
      '{ a @include(if: true) }',
      'query($v: Int) { a(x: $v) }',
      '{ ... on T { a } }',
    ].map((text) => operationIdOf(signature(text)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes of a document what the operation uses', () => {
    const document = parse('query A { ...F } query B { b } fragment F on T { a } fragment G on T { c }');
    expect(signatureOf(document, getOperationAST(document, 'A')!)).toBe('query A{...F}fragment F on T{a}');
    expect(signatureOf(document, getOperationAST(document, 'B')!)).toBe('query B{b}');
  });
});
