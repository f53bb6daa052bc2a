import type { Json } from '@qsr/store';
import { callError, userError, type UserError } from '@qsr/subgraph/writing';
import type { Problem } from '../domain/cart/problem.ts';
import type { OrderErrorCode } from '../generated/resolvers.ts';
import type { CartMapper } from '../mappers.ts';

export type OrderError = UserError<OrderErrorCode>;

/** What every mutation of a cart answers. */
export interface CartPayload {
  readonly cart: CartMapper | null;
  readonly userErrors: readonly OrderError[];
}

/** What is remembered of a call: why it was refused, or which entity it made. */
export interface Remembered {
  readonly id: string | null;
  readonly userErrors: readonly OrderError[];
}

export type Outcome = Remembered & Json;

export const remembered = (id: string | null, ...userErrors: readonly OrderError[]): Outcome => ({ id, userErrors });

/** A problem of the domain as a user error of the mutation. */
export const errorOf = ({ code, message, path }: Problem): OrderError => userError(code, message, ...path);

/** Absent and another customer's look the same. */
export const noSuchCart = (): OrderError => userError('NOT_FOUND', 'There is no such cart.', 'cartId');

/** What a call of the kit that got no answer of its own is told. */
export const unanswered = (result: { readonly kind: string }): readonly OrderError[] =>
  [callError(result) ?? []].flat();
