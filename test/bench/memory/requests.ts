/** A request, and the mix of those that are asked again and again. */
export interface Request {
  readonly query: string;
  readonly variables?: object;
}

const hot: readonly string[] = [
  'query Me { me { id name reviews { id body product { upc name inStock } } } }',
  '{ topProducts { upc name price inStock shippingEstimate reviews { id body } } }',
  'query User($id: ID!) { user(id: $id) { id name username reviews { id product { upc } } } }',
  '{ users { id name numberOfReviews } }',
];
const CUSTOMERS = 6;

/** Number `index` of the usual requests. */
export const usual = (index: number): Request => ({
  query: hot[index % hot.length]!,
  variables: { id: String(1 + (index % CUSTOMERS)) },
});

const extras = ['name', 'username', 'birthday', 'numberOfReviews'];

/** Number `index` of requests none of which is like another. */
export const hostile = (index: number): Request => {
  const fields = extras.filter((_, bit) => ((index >> bit) & 1) === 1).join(' ');
  return { query: `{ alias${index}: me { id ${fields} reviews { id body product { upc name } } } }` };
};
