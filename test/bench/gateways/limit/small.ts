import { Answers, representations, type Entities } from './answers.ts';
import type { Ask } from './client.ts';

/** `{ me { id name reviews { id body product { upc name inStock } } } }` by hand. */

const ME = '{me{__typename id name}}';
const REVIEWS =
  'query($representations:[_Any!]!){_entities(representations: $representations){...on User{reviews{id body product{__typename upc}}}}}';
const STOCK = 'query($representations:[_Any!]!){_entities(representations: $representations){...on Product{inStock}}}';
const NAMES = 'query($representations:[_Any!]!){_entities(representations: $representations){...on Product{name}}}';

interface Review {
  readonly id: string;
  readonly body: string;
  readonly product: { readonly upc: string };
}

export const small = async (ask: Ask): Promise<string> => {
  const answers = new Answers(ask);
  const { me } = await answers.read<{ me: { id: string; name: string } }>('/accounts', ME);
  const user = `{"representations":[{"__typename":"User","id":${answers.quote(me.id)}}]}`;
  const ofUser = await answers.read<Entities<{ reviews: readonly Review[] }>>('/reviews', REVIEWS, user);
  const { reviews } = ofUser._entities[0]!;

  const products = new Map<string, string>();
  for (const { product } of reviews) {
    if (!products.has(product.upc))
      products.set(product.upc, `{"__typename":"Product","upc":${answers.quote(product.upc)}}`);
  }
  const variables = `{"representations":${representations(products.values())}}`;
  const [stock, names] = await Promise.all([
    answers.read<Entities<{ inStock: boolean }>>('/inventory', STOCK, variables),
    answers.read<Entities<{ name: string }>>('/products', NAMES, variables),
  ]);

  let index = 0;
  for (const upc of products.keys()) {
    const name = answers.quote(names._entities[index]!.name);
    products.set(upc, `{"upc":${answers.quote(upc)},"name":${name},"inStock":${stock._entities[index]!.inStock}}`);
    index += 1;
  }
  let written = '';
  for (const { id, body, product } of reviews) {
    if (written !== '') written += ',';
    written += `{"id":${answers.quote(id)},"body":${answers.quote(body)},"product":${products.get(product.upc)}}`;
  }
  return `{"data":{"me":{"id":${answers.quote(me.id)},"name":${answers.quote(me.name)},"reviews":[${written}]}}}`;
};
