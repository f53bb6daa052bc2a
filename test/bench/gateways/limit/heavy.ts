import { Answers, representations, type Entities } from './answers.ts';
import type { Ask } from './client.ts';

/** The nested query of the standard federation benchmark by hand: seven fetches, as the native planner has them. */

const TOP_PRODUCTS = '{topProducts{__typename upc name price weight}}';
const USERS = '{users{__typename id username name}}';
const TOP_STOCK =
  'query($representations:[_Any!]!){_entities(representations: $representations){...on Product{shippingEstimate inStock}}}';
const REVIEWS =
  'query($__batch_reps_0:[_Any!]!, $__batch_reps_1:[_Any!]!){_e0: _entities(representations: $__batch_reps_0){...on Product{reviews{...a}}} _e1: _entities(representations: $__batch_reps_1){...on User{reviews{id body product{__typename upc reviews{...a}}}}}}\\n\\nfragment a on Review {id body author{__typename id reviews{id body product{__typename upc}} username}}\\n';
const PRODUCTS =
  'query($__batch_reps_0:[_Any!]!){_e0: _entities(representations: $__batch_reps_0){...on Product{price weight name}}}';
const NAMES = 'query($__batch_reps_0:[_Any!]!){_e0: _entities(representations: $__batch_reps_0){...on User{name}}}';
const STOCK =
  'query($__batch_reps_0:[_Any!]!){_e0: _entities(representations: $__batch_reps_0){...on Product{inStock shippingEstimate}}}';

interface Review {
  readonly id: string;
  readonly body: string;
}
interface ReviewOfUser extends Review {
  readonly product: { readonly upc: string };
}
interface Author {
  readonly id: string;
  readonly username: string;
  readonly reviews: readonly ReviewOfUser[];
}
interface ReviewOfProduct extends Review {
  readonly author: Author;
}
interface Reviewed {
  readonly reviews: readonly ReviewOfProduct[];
}
interface DeepReviewOfUser extends Review {
  readonly product: Reviewed & { readonly upc: string };
}
interface Reviews {
  readonly _e0: readonly Reviewed[];
  readonly _e1: readonly { readonly reviews: readonly DeepReviewOfUser[] }[];
}
interface Product {
  readonly name: string;
  readonly price: number;
  readonly weight: number;
}
interface TopProduct extends Product {
  readonly upc: string;
}
interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}
interface Stock {
  readonly inStock: boolean;
  readonly shippingEstimate: number;
}
interface Batch<Entity> {
  readonly _e0: readonly Entity[];
}
interface Read {
  readonly users: readonly User[];
  readonly topProducts: readonly TopProduct[];
  readonly stock: readonly Stock[];
  readonly reviews: Reviews;
}

/** One request. */
class Heavy {
  readonly #answers: Answers;
  /** The fields of each product and author within reviews, as text, by key. */
  readonly #products = new Map<string, string>();
  readonly #authors = new Map<string, string>();

  constructor(ask: Ask) {
    this.#answers = new Answers(ask);
  }

  async run(): Promise<string> {
    const answers = this.#answers;
    const usersRead = answers.read<{ users: readonly User[] }>('/accounts', USERS);
    const { topProducts } = await answers.read<{ topProducts: readonly TopProduct[] }>('/products', TOP_PRODUCTS);
    const priced = representations(topProducts.map((product) => this.#pricedReference(product.upc, product)));
    const stockRead = answers.read<Entities<Stock>>('/inventory', TOP_STOCK, `{"representations":${priced}}`);
    const { users } = await usersRead;
    const reviews = await answers.read<Reviews>('/reviews', REVIEWS, this.#reviewed(topProducts, users));
    this.#collect(reviews);
    const [{ _entities: stock }] = await Promise.all([stockRead, this.#readProducts(), this.#readAuthors()]);
    return this.#write({ users, topProducts, stock, reviews });
  }

  #reviewed(topProducts: readonly TopProduct[], users: readonly User[]): string {
    const ofProducts = representations(topProducts.map(({ upc }) => this.#productReference(upc)));
    const ofUsers = representations(users.map(({ id }) => this.#userReference(id)));
    return `{"__batch_reps_0":${ofProducts},"__batch_reps_1":${ofUsers}}`;
  }

  #productReference(upc: string): string {
    return `{"__typename":"Product","upc":${this.#answers.quote(upc)}}`;
  }

  #pricedReference(upc: string, { price, weight }: Product): string {
    return `{"__typename":"Product","upc":${this.#answers.quote(upc)},"price":${price},"weight":${weight}}`;
  }

  #userReference(id: string): string {
    return `{"__typename":"User","id":${this.#answers.quote(id)}}`;
  }

  /** Notes what the reviews speak of, each product and author once. */
  #collect({ _e0: products, _e1: users }: Reviews): void {
    for (const product of products) this.#collectAuthors(product);
    for (const { reviews } of users) {
      for (const { product } of reviews) {
        this.#products.set(product.upc, '');
        this.#collectAuthors(product);
      }
    }
  }

  #collectAuthors({ reviews }: Reviewed): void {
    for (const { author } of reviews) {
      this.#authors.set(author.id, author.username);
      for (const { product } of author.reviews) this.#products.set(product.upc, '');
    }
  }

  async #readProducts(): Promise<void> {
    const answers = this.#answers;
    const upcs = [...this.#products.keys()];
    const wanted = `{"__batch_reps_0":${representations(upcs.map((upc) => this.#productReference(upc)))}}`;
    const { _e0: products } = await answers.read<Batch<Product>>('/products', PRODUCTS, wanted);
    const priced = representations(products.map((product, index) => this.#pricedReference(upcs[index]!, product)));
    const { _e0: stock } = await answers.read<Batch<Stock>>('/inventory', STOCK, `{"__batch_reps_0":${priced}}`);
    for (const [index, product] of products.entries()) {
      const upc = upcs[index]!;
      this.#products.set(upc, this.#product(upc, product, stock[index]!));
    }
  }

  async #readAuthors(): Promise<void> {
    const wanted = representations([...this.#authors.keys()].map((id) => this.#userReference(id)));
    const variables = `{"__batch_reps_0":${wanted}}`;
    const { _e0: names } = await this.#answers.read<Batch<{ name: string }>>('/accounts', NAMES, variables);
    let index = 0;
    for (const [id, username] of this.#authors) {
      this.#authors.set(id, this.#user({ id, username, name: names[index]!.name }));
      index += 1;
    }
  }

  #product(upc: string, { name, price, weight }: Product, { inStock, shippingEstimate }: Stock): string {
    const { quote } = this.#answers;
    return `"inStock":${inStock},"name":${quote(name)},"price":${price},"shippingEstimate":${shippingEstimate},"upc":${quote(upc)},"weight":${weight}`;
  }

  #user({ id, username, name }: User): string {
    const { quote } = this.#answers;
    return `"id":${quote(id)},"username":${quote(username)},"name":${quote(name)}`;
  }

  #write({ users, topProducts, stock, reviews }: Read): string {
    let written = '{"data":{"users":[';
    for (const [index, user] of users.entries()) {
      if (index > 0) written += ',';
      written += `{${this.#user(user)},"reviews":[${this.#deepReviewsOfUser(reviews._e1[index]!.reviews)}]}`;
    }
    written += '],"topProducts":[';
    for (const [index, product] of topProducts.entries()) {
      if (index > 0) written += ',';
      const fields = this.#product(product.upc, product, stock[index]!);
      written += `{${fields},"reviews":[${this.#reviewsOfProduct(reviews._e0[index]!)}]}`;
    }
    return `${written}]}}`;
  }

  #deepReviewsOfUser(reviews: readonly DeepReviewOfUser[]): string {
    let written = '';
    for (const review of reviews) {
      if (written !== '') written += ',';
      const fields = this.#products.get(review.product.upc)!;
      written += `{${this.#review(review)},"product":{${fields},"reviews":[${this.#reviewsOfProduct(review.product)}]}}`;
    }
    return written;
  }

  #reviewsOfProduct({ reviews }: Reviewed): string {
    let written = '';
    for (const review of reviews) {
      if (written !== '') written += ',';
      const fields = this.#authors.get(review.author.id)!;
      written += `{${this.#review(review)},"author":{${fields},"reviews":[${this.#reviewsOfUser(review.author)}]}}`;
    }
    return written;
  }

  #reviewsOfUser({ reviews }: Author): string {
    let written = '';
    for (const review of reviews) {
      if (written !== '') written += ',';
      written += `{${this.#review(review)},"product":{${this.#products.get(review.product.upc)!}}}`;
    }
    return written;
  }

  #review({ id, body }: Review): string {
    const { quote } = this.#answers;
    return `"id":${quote(id)},"body":${quote(body)}`;
  }
}

/** Answers the nested query. */
export const heavy = (ask: Ask): Promise<string> => new Heavy(ask).run();
