import { count, flag, httpUrl, logLevel, milliseconds, port, secrets } from '@qsr/config';
import { z } from 'zod';

const issuer = z.strictObject({
  issuer: z.string().min(1),
  jwksUri: httpUrl(),
  audience: z.string().min(1),
  kind: z.enum(['customer', 'staff', 'client']),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const issuers = () =>
  z.string().transform((text, context) => {
    const parsed = z.array(issuer).safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      const where = path.length === 0 ? 'the JSON' : path.join('.');
      context.issues.push({ code: 'custom', message: `${where}: ${message}`, input: text });
    }
    return z.NEVER;
  });

const subgraphUrls = () =>
  z
    .string()
    .transform((text) => text.split(',').map((entry) => /^\s*([^=\s]+)=(\S+)\s*$/.exec(entry)))
    .refine((matches) => matches.every((match) => URL.canParse(match?.[2] ?? '')), {
      error: 'it is not a list of name=url, separated by commas',
    })
    .transform((matches) => Object.fromEntries(matches.map((match) => [match?.[1] ?? '', match?.[2] ?? ''])));

const pause = () =>
  z.union(
    [z.literal('never'), milliseconds()],
    'it is neither `never` nor a whole number of milliseconds from 1 to 86400000',
  );

const list = () => z.string().transform((text) => text.split(',').filter((entry) => entry.trim() !== ''));

const MAX_WORKERS = 256;

/** The environment of the gateway. */
export const environment = {
  PORT: port().default(4000).describe('TCP port to listen on; 0 lets the system choose'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  WORKERS: count()
    .refine((workers) => workers <= MAX_WORKERS, `it is more than ${MAX_WORKERS}`)
    .default(1)
    .describe('Processes that share the port and the load; one for each core that is to be used'),
  SUPERGRAPH: z
    .string()
    .default('supergraph.graphql')
    .describe('Composed supergraph, or artifact of `supergraph publish`: path of the file or folder, or http(s) URL'),
  SUPERGRAPH_POLL_MS: pause()
    .default(10_000)
    .describe('How often to look whether another supergraph is there, in ms, or `never`'),
  SUPERGRAPH_TIMEOUT_MS: milliseconds().default(5_000).describe('What one exchange over HTTP for it may take, in ms'),
  SUPERGRAPH_AUTHORIZATION: z.string().optional().describe('Sent as `authorization` when it is fetched over HTTP'),
  SUPERGRAPH_KEYS: list()
    .default([])
    .describe(
      'Ed25519 public keys, separated by commas: PEM, base64 of DER, or paths of PEM files; with any, nothing is served that none of them signed',
    ),
  SUPERGRAPH_ROLLBACK: flag()
    .default(false)
    .describe('Whether an artifact of a lower version may follow one of a higher version'),
  SUBGRAPH_URLS: subgraphUrls()
    .default({})
    .describe('Routing URLs in place of those in the supergraph: name=url,name=url'),
  ISSUERS: issuers()
    .default([])
    .describe('Trusted identity providers: JSON list of { issuer, jwksUri, audience, kind }; without it only guests'),
  VIEWER_SECRETS: secrets()
    .default([])
    .describe('Secrets shared with the subgraphs, at least 32 characters each; the first one signs'),
  REQUEST_DEADLINE_MS: milliseconds().default(10_000).describe('What a request may take altogether, in ms'),
  SUBGRAPH_TIMEOUT_MS: milliseconds().default(2_000).describe('What one read from a subgraph may take, in ms'),
  SUBGRAPH_CLIENT: z
    .enum(['sockets', 'undici'], 'it is neither sockets nor undici')
    .default('sockets')
    .describe(
      'sockets speaks HTTP/1.1 with subgraphs by itself, and uses undici for https; undici uses that one alone',
    ),
  PLANNER: z
    .enum(['native', 'apollo'], 'it is neither native nor apollo')
    .default('native')
    .describe('native plans off the event loop, with Apollo’s planner for what it refuses; apollo uses that one alone'),
  SHARE_IN_FLIGHT: flag()
    .default(true)
    .describe(
      'Whether the same reads of the same caller, or of anybody where all is public, are done once while under way',
    ),
  TRACE_CALLS: z
    .enum(['everyone', 'scope'])
    .default('scope')
    .describe('Who may send `x-trace-calls: 1`: everyone, or tokens with the scope `trace:calls`'),
  USAGE_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Directory in which is recorded what clients ask for, without any of their values; absent, nothing is'),
  INTROSPECTION: flag().optional().describe('Whether clients may read the schema; as GRAPHIQL when absent'),
  GRAPHIQL: flag().default(false).describe('Whether a browser gets GraphiQL at `/`'),
  GRAPHIQL_TABS: z.string().optional().describe('JSON file of ready tabs: list of { query, variables?, headers? }'),
  METRICS: flag().default(false).describe('Whether `/metrics` answers, for Prometheus, on the port that clients use'),
  LOG_LEVEL: logLevel().default('info').describe('trace, debug, info, warn, error, fatal or silent'),
  DRAIN_MS: milliseconds().default(15_000).describe('How long work in flight may take after SIGTERM, in ms'),
  DRAIN_GRACE_MS: milliseconds()
    .optional()
    .describe('How long new requests are served after readiness went false, in ms; not at all when absent'),
};

/** The values of `environment`. */
export type GatewayConfig = Readonly<z.output<z.ZodObject<typeof environment>>>;
