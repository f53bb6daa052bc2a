import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { urlOf, type Graph } from './graph.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@provides"])';

const subgraphs: Readonly<Record<string, string>> = {
  accounts: `${link}
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  inventory: `${link}
    type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight") }`,
  products: `${link}
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `${link}
    type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
    type User @key(fields: "id") { id: ID! username: String @external numberOfReviews: Int reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};

interface Product {
  readonly upc: string;
  readonly price: number;
  readonly weight: number;
}

const users = Array.from({ length: 6 }, (_, index) => ({
  id: String(index + 1),
  name: `Customer number ${index + 1}`,
  username: `customer${index + 1}`,
  birthday: 1970 + index,
}));
const products = Array.from({ length: 9 }, (_, index) => ({
  upc: String(index + 1),
  name: `Product ${index + 1}`,
  price: 100 * (index + 1) + 99,
  weight: 50 * ((index % 4) + 1),
}));
/** How long the bodies of the reviews are, and the product that each is about. */
const reviewed = [
  { length: 445, upc: '1' },
  { length: 289, upc: '1' },
  { length: 276, upc: '1' },
  { length: 145, upc: '1' },
  { length: 445, upc: '2' },
  { length: 289, upc: '2' },
  { length: 276, upc: '2' },
  { length: 145, upc: '2' },
  { length: 145, upc: '3' },
  { length: 145, upc: '4' },
  { length: 853, upc: '4' },
];
const reviews = reviewed.map(({ length, upc }, index) => ({
  id: String(index + 1),
  product: { upc },
  body: `Review ${index + 1}: as good as it gets. `.repeat(length).slice(0, length),
}));
/** Every user has the same ones, and the first user wrote them all. */
const reviewsOfUser = reviews.slice(0, 2);

const itself = (reference: object): object => reference;
const userOf = ({ id }: { readonly id: string }) => users.find((user) => user.id === id) ?? null;

type Resolvers = Record<string, Record<string, unknown>>;

const resolvers: Readonly<Record<string, Resolvers>> = {
  accounts: {
    Query: {
      me: () => users[0],
      user: (_: unknown, reference: { id: string }) => userOf(reference),
      users: () => users,
    },
    User: { __resolveReference: userOf },
  },
  inventory: {
    Product: {
      __resolveReference: itself,
      inStock: ({ upc }: Product) => Number(upc) % 2 === 0,
      shippingEstimate: ({ price, weight }: Product) => (price > 1000 ? 0 : Math.round(weight / 2)),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Product) => products.find((product) => product.upc === upc) ?? null },
  },
  reviews: {
    Review: { author: () => users[0] },
    User: {
      __resolveReference: itself,
      reviews: () => reviewsOfUser,
      numberOfReviews: () => reviewsOfUser.length,
    },
    Product: {
      __resolveReference: itself,
      reviews: ({ upc }: Product) => reviews.filter(({ product }) => product.upc === upc),
    },
  },
};

const supergraph = (origin: string): string => {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: urlOf(origin, name),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
};

const schemaOf = (name: string): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: parse(subgraphs[name] ?? ''), resolvers: (resolvers[name] ?? {}) as never }]);

/** The graph of the standard federation benchmark, with its numbers of everything and texts of its lengths. */
export const shop: Graph = { subgraphs, schemaOf, supergraph };

/** What is asked of the shop. */
export const operations = {
  heavy: `fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query TestQuery {
  users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
  topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
}`,
  small: 'query Small { me { id name reviews { id body product { upc name inStock } } } }',
} as const;
