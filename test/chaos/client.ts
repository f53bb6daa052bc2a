import { setTimeout as sleep } from 'node:timers/promises';

/** An expected refusal of a mutation. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** A call of a mutation: its document has the operation `field` with the variable `$input`. */
export interface Mutation {
  readonly field: string;
  readonly query: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
}

/** What a mutation answered for good. `payload` is as untyped as on the wire. */
export interface Answer {
  readonly payload: any;
  readonly refusals: readonly Refusal[];
}

/** A call that got no definite answer in all the time that a client has. */
export class Unanswered extends Error {}

/** The gateway says that the call itself is wrong: a fault of this program, or of the product. */
export class Rejected extends Error {}

/** Longer than the gateway gives a request. */
const answerWithinMs = 15_000;
const giveUpAfterMs = 150_000;
/** Share of the calls whose client hangs up at first, and after how long at most: on a train, say. */
const hangUps = 0.04;
const hangUpWithinMs = 400;
/** Refusals that time may lift, and that still come after so many tries, are an answer too. */
const patientTries = 6;

const worthRepeating = /^(DOWNSTREAM_|INTERNAL_SERVER_ERROR|SERVICE_|OVERLOADED|RATE_LIMITED|REQUEST_TIMEOUT|DEADLINE)/;

type Attempt = { readonly answer: Answer } | { readonly again: string };

const attempt = async (url: string, { field, query, input, token }: Mutation, withinMs: number): Promise<Attempt> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables: { input } }),
    signal: AbortSignal.timeout(withinMs),
  });
  const body = (await response.json()) as { data?: any; errors?: any[] };
  const payload = body.data?.[field];
  if (payload !== undefined && payload !== null) return { answer: { payload, refusals: payload.userErrors } };
  const codes = (body.errors ?? []).map(({ extensions }) => String(extensions?.code));
  if (response.status < 500 && !codes.some((code) => worthRepeating.test(code))) {
    throw new Rejected(`${field}: HTTP ${response.status} ${JSON.stringify(body.errors)}`);
  }
  return { again: `HTTP ${response.status} ${codes.join(',')}` };
};

const isPassing = ({ refusals }: Answer): boolean => refusals.some(({ retryable }) => retryable);

const isUnderWay = ({ refusals }: Answer): boolean => refusals.some(({ code }) => code === 'IDEMPOTENCY_IN_PROGRESS');

/**
 * Sends a mutation as a client does: the same again, with the same key, until there is a definite answer. Throws
 * `Unanswered` when none comes, `Rejected` when the call itself is refused.
 */
export const send = async (url: string, mutation: Mutation, tell: (what: string) => void): Promise<Answer> => {
  const deadline = performance.now() + giveUpAfterMs;
  let last = 'nothing';
  for (let tries = 1, passing = 0; performance.now() < deadline; tries += 1) {
    const hangsUp = tries === 1 && Math.random() < hangUps;
    const withinMs = hangsUp ? Math.ceil(Math.random() * hangUpWithinMs) : answerWithinMs;
    const result = await attempt(url, mutation, withinMs).catch((error: unknown): Attempt => {
      if (error instanceof Rejected) throw error;
      return { again: String(error) };
    });
    if ('answer' in result) {
      const { answer } = result;
      if (!isUnderWay(answer)) passing += isPassing(answer) ? 1 : 0;
      if (!isPassing(answer) || passing >= patientTries) return answer;
      last = answer.refusals.map(({ code }) => code).join(',');
    } else {
      last = result.again;
    }
    tell(last);
    await sleep(Math.min(1_500, 100 * tries) * (0.5 + Math.random() / 2));
  }
  throw new Unanswered(`${mutation.field}: no answer, at last ${last}`);
};
