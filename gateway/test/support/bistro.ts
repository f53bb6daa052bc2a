import { VIEWER_HEADER, type Viewer } from '@qsr/identity';
import { decodeJwt } from 'jose';
import { TestSubgraph, type TestContext } from './subgraph.ts';

const header = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9",
      import: ["@key", "@shareable", "@composeDirective", "@external", "@requires", "@requiresScopes"])
    @link(url: "https://specs.example/cacheControl/v1.0", import: [{ name: "@cacheControl", as: "@cc" }])
    @composeDirective(name: "@cc")
  enum CacheControlScope { PUBLIC PRIVATE }
  directive @cc(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean)
    on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
`;

/** Who a subgraph believes to answer. */
const asker = ({ headers }: TestContext): string => {
  const viewer = decodeJwt(String(headers[VIEWER_HEADER]))['viewer'] as Viewer;
  return viewer.customerId ?? viewer.kind;
};

/** A field that tells who asked for it. */
const who = (_parent: unknown, _args: unknown, context: unknown): string => asker(context as TestContext);

/** Fields wait here while it is closed. */
export class Gate {
  #opened = Promise.withResolvers<undefined>();
  #isOpen = true;

  close(): void {
    if (this.#isOpen) this.#opened = Promise.withResolvers<undefined>();
    this.#isOpen = false;
  }

  open(): void {
    this.#isOpen = true;
    this.#opened.resolve(undefined);
  }

  passing<Value>(value: Value): () => Promise<Value> {
    return async () => {
      if (!this.#isOpen) await this.#opened.promise;
      return value;
    };
  }

  readonly who = async (...args: Parameters<typeof who>): Promise<string> => {
    if (!this.#isOpen) await this.#opened.promise;
    return who(...args);
  };
}

/**
 * Two subgraphs in which some is declared public. Every text that they answer is the name of who they believe to ask, also
 * where they said that it is the same for everybody: whatever leaks, shows.
 */
export const startBistro = async () => {
  const gate = new Gate();
  const dishes = ['d1', 'd2'].map((id) => ({ id }));
  const menu = await new TestSubgraph(
    'menu',
    `${header}
     type Query {
       news: String @cc(scope: PUBLIC)
       dishes: [Dish!] @cc(scope: PUBLIC)
       thing: Thing @cc(scope: PUBLIC)
       either: Either @cc(scope: PUBLIC)
       hint: String
       vague: String @cc(maxAge: 60)
       personal: String @cc(scope: PRIVATE)
       guarded: String @cc(scope: PUBLIC) @requiresScopes(scopes: [["menu:read"]])
       me: Person @cc(scope: PUBLIC)
       marker: Int
     }
     type Mutation { write: String @cc(scope: PUBLIC) }
     type Dish @key(fields: "id") @cc(scope: PUBLIC) { id: ID! name: String @cc(scope: PUBLIC) note: String tip: String }
     type Person @key(fields: "id") { id: ID! nick: String @cc(scope: PUBLIC) }
     interface Thing @cc(scope: PUBLIC) { title: String line: String }
     type Poster implements Thing @cc(scope: PUBLIC) { title: String line: String }
     type Letter implements Thing { title: String line: String @cc(scope: PUBLIC) }
     union Either = Poster | Letter`,
    {
      Query: {
        news: gate.who,
        dishes: gate.passing(dishes),
        thing: gate.passing({ __typename: 'Poster' }),
        either: gate.passing({ __typename: 'Letter' }),
        hint: gate.who,
        vague: gate.who,
        personal: gate.who,
        guarded: gate.who,
        me: gate.passing({ id: 'p1' }),
        marker: () => 1,
      },
      Mutation: { write: who },
      Dish: { name: who, note: who, tip: who },
      Person: { nick: who },
      Poster: { title: who, line: who },
      Letter: { title: who, line: who },
    },
  ).start();
  const kitchen = await new TestSubgraph(
    'kitchen',
    `${header}
     type Query { specials: String @cc(scope: PUBLIC) }
     type Dish @key(fields: "id") {
       id: ID!
       tip: String @external
       price: String @cc(scope: PUBLIC)
       mine: String
       advice: String @cc(scope: PUBLIC) @requires(fields: "tip")
     }
     type Person @key(fields: "id") { id: ID! badge: String @cc(scope: PUBLIC) }`,
    { Query: { specials: gate.who }, Dish: { price: who, mine: who, advice: who }, Person: { badge: who } },
  ).start();
  return {
    gate,
    menu,
    subgraphs: [menu, kitchen],
    received: () => [...menu.received, ...kitchen.received],
    forget: (): void => {
      menu.received.length = 0;
      kitchen.received.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await menu[Symbol.asyncDispose]();
      await kitchen[Symbol.asyncDispose]();
    },
  };
};
