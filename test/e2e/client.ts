import { readFileSync } from 'node:fs';
import type { Stack } from '@qsr/local-stack/stack';

/** What the gateway counts with `x-trace-calls: 1`. */
export interface CallsOfRequest {
  readonly fetches: number;
  readonly rounds: number;
  readonly subgraphs: Readonly<Record<string, number>>;
  readonly stores: Readonly<Record<string, number>>;
  readonly legacy: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** An answer of the gateway. `data` is as untyped as it is on the wire. */
export interface Answer {
  readonly status: number;
  readonly data: any;
  readonly errors?: ReadonlyArray<{
    readonly message: string;
    readonly path?: ReadonlyArray<string | number>;
    readonly extensions: { readonly code: string; readonly service?: string };
  }>;
  readonly extensions?: { readonly calls?: CallsOfRequest };
  readonly elapsedMs: number;
}

/** Who asks, and for what. */
export interface Asking {
  readonly token?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the gateway of a stack, with call tracing. */
export const ask = async (stack: Pick<Stack, 'url'>, query: string, asking: Asking = {}): Promise<Answer> => {
  const began = performance.now();
  const response = await fetch(stack.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-trace-calls': '1',
      ...(asking.token === undefined ? {} : { authorization: `Bearer ${asking.token}` }),
      ...asking.headers,
    },
    body: JSON.stringify({ query, variables: asking.variables ?? {} }),
  });
  const body = (await response.json()) as Omit<Answer, 'status' | 'elapsedMs'>;
  return { ...body, status: response.status, elapsedMs: performance.now() - began };
};

/** A journey of `operations/`, by its file name without ending. */
export const operation = (name: string): string =>
  readFileSync(new URL(`../../operations/${name}.graphql`, import.meta.url), 'utf8');

/** The codes of an answer's errors, sorted. */
export const codesOf = ({ errors = [] }: Answer): string[] => errors.map(({ extensions }) => extensions.code).sort();
