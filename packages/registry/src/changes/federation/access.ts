import { isObjectType } from 'graphql';
import { hitsOfType } from '../api/rules.ts';
import type { Change } from '../change.ts';
import type { Fact } from '../usage/fact.ts';
import { sharedElements, usesOn, type Element, type Model, type Models } from './model.ts';

/** Alternatives, each of which is a set of things that are all needed; one of them without any lets everybody in. */
type Alternatives = readonly (readonly string[])[];

const everybody: Alternatives = [[]];

const alternativesOf = (value: unknown): Alternatives =>
  Array.isArray(value) ? value.map((all: unknown) => (Array.isArray(all) ? all : [all]).map(String)) : everybody;

const both = (one: Alternatives, other: Alternatives): Alternatives =>
  one.flatMap((left) => other.map((right) => [...new Set([...left, ...right])]));

const isSubset = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((each) => whole.includes(each));

/** Whoever satisfies the first satisfies the second. */
const implies = (one: Alternatives, other: Alternatives): boolean =>
  one.every((left) => other.some((right) => isSubset(right, left)));

/** Whether it takes nothing. */
const isOpen = (needs: Alternatives): boolean => needs.some(({ length }) => length === 0);

const textOf = (needs: Alternatives): string =>
  isOpen(needs) ? 'nothing' : needs.map((all) => all.join(' and ')).join(', or ');

/** A directive that lets only some in, as alternatives of what it asks for. */
interface Gate {
  readonly feature: string;
  readonly read: (element: Element, name: string) => Alternatives;
}

const signedIn: Alternatives = [['a signed-in viewer']];

const authenticated: Gate = {
  feature: 'authenticated',
  read: (element, name) => (usesOn(element, name).length > 0 ? signedIn : everybody),
};

const requiresScopes: Gate = {
  feature: 'requiresScopes',
  read: (element, name) =>
    usesOn(element, name).reduce((sum, { scopes }) => both(sum, alternativesOf(scopes)), everybody),
};

const policy: Gate = {
  feature: 'policy',
  read: (element, name) =>
    usesOn(element, name).reduce((sum, { policies }) => both(sum, alternativesOf(policies)), everybody),
};

const gates: readonly Gate[] = [authenticated, requiresScopes, policy];

const kindOf = (feature: string, what: string): string =>
  `${{ requiresScopes: 'REQUIRED_SCOPES' }[feature] ?? feature.toUpperCase()}_${what}`;

/** What it takes to get at an element: what is asked for on it, and on the type that holds it. */
const askedFor = ({ feature, read }: Gate, element: Element, { nameOf, elements }: Model): Alternatives => {
  const name = nameOf(feature, feature);
  const parent = elements.get(element.parent ?? '');
  const own = read(element, name);
  return parent === undefined ? own : both(read(parent, name), own);
};

/** Whoever has a scope is signed in. */
const needed = (gate: Gate, element: Element, model: Model): Alternatives => {
  const asked = askedFor(gate, element, model);
  const isImplied = gate === authenticated && isOpen(asked) && !isOpen(askedFor(requiresScopes, element, model));
  return isImplied ? signedIn : asked;
};

const hitsOf = ({ kind, coordinate }: Element, { schema }: Model): readonly Fact[] => {
  if (kind === 'field') return [`selects ${coordinate}`, `reaches ${coordinate}`];
  return isObjectType(schema.getType(coordinate)) ? hitsOfType(schema, coordinate) : [`uses ${coordinate}`];
};

const atGate = (gate: Gate, [before, after]: readonly [Element, Element], models: Models): readonly Change[] => {
  const name = (model: Model): string => model.nameOf(gate.feature, gate.feature);
  const [own, nowOwn] = [gate.read(before, name(models.before)), gate.read(after, name(models.after))];
  // A type that asks for more tells so itself; its fields say nothing of it.
  if (implies(own, nowOwn) && implies(nowOwn, own)) return [];
  const [old, now] = [needed(gate, before, models.before), needed(gate, after, models.after)];
  const { coordinate } = before;
  const text = `'${coordinate}' needs ${textOf(now)} instead of ${textOf(old)} (@${gate.feature})`;
  if (!implies(old, now)) {
    const kind = kindOf(gate.feature, isOpen(own) ? 'ADDED' : 'TIGHTENED');
    return [{ kind, level: 'breaking', message: text, coordinate, hits: hitsOf(before, models.before) }];
  }
  if (implies(now, old)) return [];
  const kind = kindOf(gate.feature, isOpen(nowOwn) ? 'REMOVED' : 'LOOSENED');
  return [{ kind, level: 'dangerous', message: `${text}: more can read it`, coordinate }];
};

/** Who may read what. */
export const accessChanges = (models: Models): readonly Change[] =>
  sharedElements(models).flatMap((pair) =>
    pair[0].kind === 'type' || pair[0].kind === 'field' ? gates.flatMap((gate) => atGate(gate, pair, models)) : [],
  );
