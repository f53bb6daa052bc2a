import fc from 'fast-check';
import { buildSchema, validateSchema, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import { expect, it } from 'vitest';
import { contractOf, coordinatesOf, elementsOf } from './support.ts';

/** A tag, if any; `x` is excluded. */
type Tag = 'x' | 'y' | undefined;

interface Input {
  readonly tag: Tag;
  readonly type: string;
  readonly isRequired: boolean;
}

interface Field {
  readonly tag: Tag;
  readonly type: string;
  readonly argument: Input | undefined;
}

interface ObjectType {
  readonly tag: Tag;
  readonly fields: readonly Field[];
  readonly node: Tag | 'none';
}

interface Model {
  readonly query: readonly Field[];
  readonly objects: readonly ObjectType[];
  readonly node: { readonly tag: Tag; readonly id: Tag };
  readonly union: { readonly tag: Tag; readonly members: readonly string[] };
  readonly values: { readonly tag: Tag; readonly tags: readonly Tag[] };
  readonly input: { readonly tag: Tag; readonly fields: readonly Input[] };
}

const tag = fc.constantFrom<Tag[]>(undefined, undefined, undefined, undefined, 'x', 'y');
const input = fc.record({ tag, type: fc.constantFrom('Int', 'Int', 'Values', 'Filter'), isRequired: fc.boolean() });
const optional = input.map((each) => ({ ...each, isRequired: each.isRequired && each.tag !== 'x' }));
const field = fc.record({
  tag,
  type: fc.constantFrom('Int', 'Int', 'O0', 'O1', 'O2', 'Node', 'Any', 'Values'),
  argument: fc.option(fc.oneof({ weight: 4, arbitrary: optional }, { weight: 1, arbitrary: input }), {
    nil: undefined,
  }),
});
const object: fc.Arbitrary<ObjectType> = fc.record({
  tag,
  fields: fc.array(field, { minLength: 1, maxLength: 3 }),
  node: fc.constantFrom<(Tag | 'none')[]>('none', undefined, undefined, 'y', 'x'),
});
const models: fc.Arbitrary<Model> = fc.record({
  query: fc.array(field, { minLength: 1, maxLength: 4 }),
  objects: fc.array(object, { minLength: 3, maxLength: 3 }),
  node: fc.record({ tag, id: tag }),
  union: fc.record({ tag, members: fc.subarray(['O0', 'O1', 'O2'], { minLength: 1 }) }),
  values: fc.record({ tag, tags: fc.array(tag, { minLength: 1, maxLength: 3 }) }),
  // A field of its own type is never required: such an input could not be given at all.
  input: fc.record({
    tag,
    fields: fc.array(
      optional.map((each) => ({ ...each, isRequired: false })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
});

/** How SDL of a model is written: with tags, or without what has the excluded one. */
interface Style {
  readonly mark: (tag: Tag) => string;
  readonly has: (item: { readonly tag: Tag }) => boolean;
}

const tagged: Style = { mark: (name) => (name === undefined ? '' : ` @tag(name: "${name}")`), has: () => true };
const filtered: Style = { mark: () => '', has: (item) => item.tag !== 'x' };

const inputOf = (name: string, item: Input, { mark, has }: Style): string =>
  has(item) ? `${name}: ${item.type}${item.isRequired ? '!' : ''}${mark(item.tag)}` : '';

const fieldOf = (name: string, item: Field, style: Style): string => {
  if (!style.has(item)) return '';
  const argument = item.argument === undefined ? '' : inputOf('by', item.argument, style);
  return `${name}${argument === '' ? '' : `(${argument})`}: ${item.type}${style.mark(item.tag)}`;
};

const fieldsOf = (fields: readonly Field[], style: Style): string =>
  fields.map((item, index) => fieldOf(`f${index}`, item, style)).join(' ');

/** SDL of a definition with what is in it; none where nothing is in it, if that is how the type goes. */
const definition = (head: string, body: string, goesWhenEmpty: boolean): string =>
  goesWhenEmpty && body.trim() === '' ? '' : `${head} { ${body} }`;

const sdlOf = (model: Model, style: Style): string => {
  const { mark, has } = style;
  const hasNode = has(model.node) && has({ tag: model.node.id });
  const objects = model.objects.map(({ tag: own, fields, node }, index) => {
    if (!has({ tag: own })) return '';
    const id = node === 'none' || !has({ tag: node }) ? '' : `id: Int${mark(node)}`;
    const implemented = node === 'none' || !hasNode ? '' : ' implements Node';
    return definition(`type O${index}${implemented}${mark(own)}`, `${id} ${fieldsOf(fields, style)}`, true);
  });
  const members = model.union.members.filter((name) => objects[Number(name.slice(1))] !== '');
  const values = model.values.tags.map((own, index) => (has({ tag: own }) ? `V${index}${mark(own)}` : '')).join(' ');
  const inputs = model.input.fields.map((item, index) => inputOf(`f${index}`, item, style)).join(' ');
  return [
    `type Query { ok: Int ${fieldsOf(model.query, style)} }`,
    ...objects,
    hasNode ? definition(`interface Node${mark(model.node.tag)}`, `id: Int${mark(model.node.id)}`, true) : '',
    has(model.union) && members.length > 0 ? `union Any${mark(model.union.tag)} = ${members.join(' | ')}` : '',
    has(model.values) ? definition(`enum Values${mark(model.values.tag)}`, values, false) : '',
    has(model.input) ? definition(`input Filter${mark(model.input.tag)}`, inputs, false) : '',
  ].join('\n');
};

/** Whether something that must be given is left out of what stays. */
const losesRequired = ({ query, objects }: Model): boolean =>
  [...query, ...objects.filter(({ tag: own }) => own !== 'x').flatMap(({ fields }) => fields)].some(
    (item) => item.tag !== 'x' && item.argument?.tag === 'x' && item.argument.isRequired,
  );

/** The schema that is left when excluded elements are not written at all; undefined where that is none. */
const expectedOf = (model: Model): GraphQLSchema | undefined => {
  if (losesRequired(model)) return undefined;
  try {
    const schema = buildSchema(sdlOf(model, filtered));
    return validateSchema(schema).length === 0 ? schema : undefined;
  } catch {
    return undefined;
  }
};

it('leaves what is left when excluded elements are not written, and is refused when that is no schema', () => {
  let valid = 0;
  const runs = 80;
  fc.assert(
    fc.property(models, (model) => {
      const contract = contractOf(sdlOf(model, tagged), { exclude: ['x'], hide_unreachable_types: false });
      const expected = expectedOf(model);
      if (expected !== undefined) valid += 1;
      expect([...coordinatesOf(contract)].sort()).toStrictEqual([...elementsOf(expected)].sort());
      expect(contract.faults.length > 0).toBe(expected === undefined);
    }),
    { numRuns: runs, seed: 20261123 },
  );
  // A generator of nothing but broken schemas would prove little.
  expect(valid).toBeGreaterThan(runs / 5);
  expect(valid).toBeLessThan(runs);
});

/** All types that anything mentions, from the query on. */
const mentioned = (schema: GraphQLSchema): ReadonlySet<string> => {
  const sdl = new Map(Object.values(schema.getTypeMap()).map((type) => [type.name, type]));
  const found = new Set(['Query']);
  for (const name of found) {
    const type = sdl.get(name);
    if (type === undefined) continue;
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const types = fields.flatMap((each) => [
      each.type,
      ...('args' in each ? each.args.map((item: GraphQLArgument) => item.type) : []),
    ]);
    for (const each of types) found.add(String(each).replaceAll(/[[\]!]/g, ''));
    if ('getInterfaces' in type) for (const each of type.getInterfaces()) found.add(each.name);
    if ('getTypes' in type) for (const each of type.getTypes()) found.add(each.name);
    if (!('getTypes' in type) && 'resolveType' in type) {
      for (const each of schema.getImplementations(type).objects) found.add(each.name);
    }
  }
  return found;
};

it('hides only types, each with all that is in it, and none that a field leads to', () => {
  fc.assert(
    fc.property(
      models.filter((model) => expectedOf(model) !== undefined),
      (model) => {
        const sdl = sdlOf(model, tagged);
        const whole = contractOf(sdl, { exclude: ['x'], hide_unreachable_types: false });
        const hidden = contractOf(sdl, { exclude: ['x'] });
        const kept = new Set(coordinatesOf(hidden));
        const lost = coordinatesOf(whole).filter((name) => !kept.has(name));
        const lostTypes = new Set(lost.filter((name) => !name.includes('.')));
        expect(hidden.faults).toStrictEqual([]);
        expect(lost.filter((name) => !lostTypes.has(name.split('.')[0]!))).toStrictEqual([]);
        const needed = mentioned(hidden.schemas!.api);
        expect([...lostTypes].filter((name) => needed.has(name))).toStrictEqual([]);
        expect([...kept].filter((name) => !name.includes('.') && !needed.has(name))).toStrictEqual([]);
      },
    ),
    { numRuns: 30, seed: 20261124 },
  );
});
