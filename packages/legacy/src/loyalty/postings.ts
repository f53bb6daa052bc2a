import type { LegacyCall } from '../http.ts';
import type { LegacySessionOptions } from '../options.ts';
import type { Transport } from '../transport.ts';
import { idOnWire } from '../wire.ts';
import type { Writer } from '../writer.ts';
import type {
  LegacyPosting,
  NewPosting,
  NewReversal,
  PostingKey,
  PostingOutcome,
  PostingRefusal,
  SettledPosting,
} from './posting.ts';
import { readPosting, readStatus, usedForAnother } from './posting-answers.ts';

/** What is known about earlier attempts. */
export interface OnceOptions {
  /** True when this posting may have been sent before: the book is asked first, and only what is not there is sent. */
  readonly repeated?: boolean;
}

/** Postings of one request or job. Only `status` throws, the `AppError` of the system. */
export interface Postings {
  /** Sends once. A repetition is up to `postOnce`. Throws a RangeError for points that are no positive whole number. */
  addRedeem(posting: NewPosting): Promise<PostingOutcome>;
  reverse(reversal: NewReversal): Promise<PostingOutcome>;
  /** What stands in the book under an id of ours, null when nothing does. Repeated as every read is. */
  status(key: PostingKey): Promise<LegacyPosting | null>;
  /**
   * One attempt, and after an answer that says too little one look into the book. However often it is called with the
   * same posting and whatever gets lost, there is one posting in the end.
   */
  postOnce(posting: NewPosting, options?: OnceOptions): Promise<SettledPosting>;
  /** The same for a reversal; that of somebody else is refused as `alreadyReversed`. */
  reverseOnce(reversal: NewReversal, options?: OnceOptions): Promise<SettledPosting>;
}

/** Parts of the client. */
export interface PostingParts {
  readonly reads: Transport;
  readonly writer: Writer;
  readonly merchantId: string;
  readonly walletCode: number;
}

const headerOf = (
  merchantId: string,
  { storeCode, posTransactionId }: { readonly storeCode: string; readonly posTransactionId: string },
  occurredAt?: string,
) => ({
  merchantId: idOnWire(merchantId),
  storeCode,
  // What the system wants from a sender without operators and terminals.
  operatorId: '0',
  terminalId: '1',
  posTransactionId,
  ...(occurredAt === undefined ? {} : { posTransactionDatetime: new Date(occurredAt).toISOString() }),
  senderId: 'POS',
  programId: 'LP',
});

const contents = (walletCode: number, points: number | undefined) => {
  if (points === undefined) return [];
  if (!Number.isSafeInteger(points) || points <= 0) throw new RangeError('points must be whole and above zero');
  return [{ walletCode, quantity: points }];
};

const transactionCall = <T>(name: string, body: object, read: (document: unknown) => T): LegacyCall<T> => ({
  endpoint: `transaction/${name}`,
  method: 'POST',
  path: `transaction/${name}.json`,
  body: { authentication: 'b2b', ...body },
  read,
});

const addRedeemCall = (parts: PostingParts, posting: NewPosting) => {
  const { walletCode = parts.walletCode, add, redeem } = posting;
  if (add === undefined && redeem === undefined) throw new RangeError('a posting needs points');
  return transactionCall(
    'addRedeem',
    {
      headerInfo: headerOf(parts.merchantId, posting, posting.occurredAt),
      cardInfo: { printedCardNumber: posting.cardNumber },
      addWalletContents: contents(walletCode, add),
      redeemWalletContents: contents(walletCode, redeem),
    },
    (document) => readPosting(posting, document),
  );
};

const reverseCall = ({ merchantId }: PostingParts, reversal: NewReversal) => {
  const { original } = reversal;
  const reference =
    'legacyTransactionId' in original
      ? { pxTransactionId: idOnWire(original.legacyTransactionId) }
      : { previousPosTransactionId: original.posTransactionId, previousRequestType: 'addRedeem' };
  return transactionCall(
    'reverse',
    { headerInfo: headerOf(merchantId, reversal, reversal.occurredAt), ...reference },
    (document) => readPosting({ posTransactionId: reversal.posTransactionId }, document),
  );
};

const statusCall = ({ merchantId }: PostingParts, key: PostingKey) =>
  transactionCall(
    'status',
    { headerInfo: headerOf(merchantId, key), previousRequestType: key.requestType },
    readStatus,
  );

/** Refusals that an earlier attempt of ours may have caused. */
const contested: ReadonlySet<PostingRefusal> = new Set(['duplicate', 'alreadyReversed']);

interface OnceParts {
  readonly send: () => Promise<PostingOutcome>;
  /** What stands in the book under the id. */
  readonly look: () => Promise<LegacyPosting | null>;
  /** Whether what stands there can be ours. */
  readonly isOurs: (found: LegacyPosting) => boolean;
}

const once = async ({ send, look, isOurs }: OnceParts, { repeated = false }: OnceOptions): Promise<SettledPosting> => {
  const find = async (): Promise<SettledPosting> => {
    const found = await look().catch(() => undefined);
    if (found === undefined) return { outcome: 'unknown', cause: 'unread' };
    if (found === null) return { outcome: 'absent' };
    return isOurs(found) ? { outcome: 'applied', legacyTransactionId: found.legacyTransactionId } : usedForAnother;
  };
  if (repeated) {
    const earlier = await find();
    if (earlier.outcome !== 'absent') return earlier;
  }
  const first = await send();
  if (first.outcome === 'applied' || first.outcome === 'notSent') return first;
  if (first.outcome === 'refused' && !contested.has(first.code)) return first;
  const found = await find();
  if (first.outcome === 'refused') return found.outcome === 'absent' ? first : found;
  return found.outcome === 'unknown' ? first : found;
};

/** Postings over the parts of a client, under one request's deadline. */
export const createPostings = (parts: PostingParts, session: LegacySessionOptions): Postings => {
  const { reads, writer } = parts;
  const addRedeem = async (posting: NewPosting) => writer.send(addRedeemCall(parts, posting), session);
  const reverse = async (reversal: NewReversal) => writer.send(reverseCall(parts, reversal), session);
  const status = async (key: PostingKey) => reads.send(statusCall(parts, key), session);
  const lookFor =
    ({ storeCode, posTransactionId }: Omit<PostingKey, 'requestType'>, requestType: PostingKey['requestType']) =>
    () =>
      status({ storeCode, posTransactionId, requestType });
  return {
    addRedeem,
    reverse,
    status,
    postOnce: (posting, options = {}) =>
      once(
        {
          send: () => addRedeem(posting),
          look: lookFor(posting, 'addRedeem'),
          isOurs: ({ cardNumber }) => cardNumber === posting.cardNumber,
        },
        options,
      ),
    reverseOnce: (reversal, options = {}) =>
      once({ send: () => reverse(reversal), look: lookFor(reversal, 'reverse'), isOurs: () => true }, options),
  };
};
