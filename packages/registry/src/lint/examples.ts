/** The order that the mutations of the examples are about. */
export const order = `
"A purchase."
type Order {
  "Id of the order."
  id: ID!
}
`;

/** The input of a mutation. */
export const cancelOrderInput = `
"An order to call off."
input CancelOrderInput {
  "Made by the client: the same one when it is sent again."
  idempotencyKey: ID!
  "Id of the order."
  orderId: ID!
}
`;

/** Its payload. */
export const cancelOrderPayload = `
"Outcome of calling an order off."
type CancelOrderPayload {
  "The order as it is now; may be null when refused."
  order: Order
  "Why it was refused; empty when it was done."
  userErrors: [OrderUserError!]!
}
`;

/** Why a mutation was refused. */
export const orderUserError = `
"One reason why a change was refused."
type OrderUserError {
  "What programs go by."
  code: OrderErrorCode!
  "A sentence for people."
  message: String!
  "The way to what is wrong with the input."
  path: [String!]
}
`;

export const orderErrorCode = `
"Why a change was refused."
enum OrderErrorCode {
  "There is no such order."
  NOT_FOUND
}
`;

/** A page of a list, as Relay wants it. */
export const pageInfo = `
"Where a page of a list begins and ends."
type PageInfo {
  "More entries follow this page."
  hasNextPage: Boolean!
  "Entries come before it."
  hasPreviousPage: Boolean!
  "Cursor of the first entry."
  startCursor: String
  "Cursor of the last entry."
  endCursor: String
}
`;

export const orderEdge = `
"An entry of a list of orders."
type OrderEdge {
  "Place of the entry in the list."
  cursor: String!
  "The order."
  node: Order!
}
`;

export const orderConnection = `
"A page of orders."
type OrderConnection {
  "The entries."
  edges: [OrderEdge!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}
`;

/** A field that takes a page of orders. */
export const pagedOrders = `type Query {
  "All orders, newest first."
  orders(
    "How many, 1 to 50."
    first: Int = 10
    "Cursor of the entry behind which to begin; the newest is first."
    after: String
  ): OrderConnection
}
`;

/** A graph with one mutation, as the rules want it. */
export const cancelOrder = `type Query {
  "The order of this session."
  order: Order
}

type Mutation {
  "Calls an order off."
  cancelOrder("The order." input: CancelOrderInput!): CancelOrderPayload
}
${order}${cancelOrderInput}${cancelOrderPayload}${orderUserError}${orderErrorCode}`;
