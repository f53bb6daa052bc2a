import type { Case } from './case.ts';
import { refused, unseen } from './verdicts.ts';

const link = (rest: string): string => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9"${rest})\n`;
const imported = link(', import: ["@key", "@authenticated"]');
const own = 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String @authenticated }';

/** How subgraphs say which federation they are written for, and what they call its directives. */
export const links: readonly Case[] = [
  {
    name: 'a subgraph is written for federation 2',
    schema: {
      a: '# Federation 1.\ntype Query { p: P } type P @key(fields: "id") { id: ID! }',
      b: '# Federation 1.\nextend type P @key(fields: "id") { id: ID! @external name: String }',
    },
    change: [
      ['# Federation 1.\n', link(', import: ["@key"]')],
      [' @external', ''],
    ],
    rule: 'SHAREABLE_REMOVED',
    ...unseen('pass'),
  },
  {
    name: 'a subgraph is written for federation 2, where sharing must be said',
    schema: {
      a: '# Federation 1.\ntype Query { p: P } type P { id: ID }',
      b: '# Federation 1.\ntype Query { q: P } type P { id: ID }',
    },
    change: [['a:: # Federation 1.\n', link('')]],
    rule: 'SHAREABLE_REMOVED',
    coordinate: 'P.id',
    ...refused,
    reported: 'note',
  },
  {
    name: 'directives are imported under other names',
    schema: imported + own,
    change: [
      [imported, link(', import: [{ name: "@key", as: "@k" }, { name: "@authenticated", as: "@signedIn" }]')],
      ['P @key', 'P @k'],
      ['String @authenticated', 'String @signedIn'],
    ],
    rule: undefined,
    ...unseen('pass'),
  },
  {
    name: 'directives are not imported, and have the name of federation before their own',
    schema: imported + own,
    change: [
      [imported, link('')],
      ['P @key', 'P @federation__key'],
      ['String @authenticated', 'String @federation__authenticated'],
    ],
    rule: undefined,
    ...unseen('pass'),
  },
  {
    name: 'federation has another name, which only one composer knows',
    schema: imported + own,
    change: [
      [imported, `${link(', as: "fed"')}scalar fed__FieldSet directive @fed__key(fields: fed__FieldSet!) on OBJECT\n`],
      ['P @key', 'P @fed__key'],
      ['String @authenticated', 'String @fed__authenticated'],
    ],
    rule: 'LINK_AS_NOT_EVERYWHERE',
    ...unseen('pass'),
  },
  {
    name: 'federation has another name, and a field needs a viewer by it',
    schema: `${link(', as: "fed"')} type Query { p: P other: Int } type P { id: ID }`,
    change: [['id: ID', 'id: ID @fed__authenticated']],
    rule: 'AUTHENTICATED_ADDED',
    coordinate: 'P.id',
    blind: 'fail',
    touching: ['{ p { id } }', 'fail'],
    beside: ['{ other }', 'pass'],
  },
  {
    name: 'a directive is no longer imported',
    schema: imported + own,
    change: [[imported, link(', import: ["@authenticated"]')]],
    rule: 'INVALID_GRAPHQL',
    ...refused,
  },
];
