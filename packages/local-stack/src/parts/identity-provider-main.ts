import { createServer, type RequestListener } from 'node:http';
import { loadConfig } from '@qsr/config';
import { runService, type Service } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { OAuth2Issuer, OAuth2Service, type MutableToken, type TokenRequestIncomingMessage } from 'oauth2-mock-server';
import { listenLocally } from '../http-service.ts';
import { issuerName } from '../tokens/issuers.ts';
import { tokenKinds } from '../tokens/kinds.ts';
import { partEnvironment, path } from './environment.ts';
import { loadKeys } from './keys.ts';

const config = loadConfig('identity-provider', { ...partEnvironment, KEYS_FILE: path() });

/** The token endpoint believes whoever asks: this provider serves one machine, and people who try things out. */
const setClaims = ({ payload }: MutableToken, { body }: TokenRequestIncomingMessage): void => {
  const { sub, customer_id: customerId, ttl } = body as unknown as Readonly<Record<string, string | undefined>>;
  payload['sub'] = sub;
  if (customerId !== undefined) payload['customer_id'] = customerId;
  if (payload['scope'] === '') delete payload['scope'];
  payload.exp = payload.iat + Number(ttl ?? 3_600);
};

const createIssuer = (name: string): OAuth2Issuer => {
  const issuer = new OAuth2Issuer();
  issuer.url = issuerName(name);
  return issuer;
};

const serveIssuer = (issuer: OAuth2Issuer): RequestListener => {
  const service = new OAuth2Service(issuer);
  service.on('beforeTokenSigning', setClaims);
  return service.requestHandler;
};

/** One server for all issuers: the first segment of the path names the issuer. */
const start = async (): Promise<Service> => {
  const names = Object.values(tokenKinds).map(({ issuer }) => issuer);
  const issuers = Object.fromEntries(names.map((name) => [name, createIssuer(name)]));
  await loadKeys(issuers, config.KEYS_FILE);
  const handlers = new Map(Object.entries(issuers).map(([name, issuer]) => [name, serveIssuer(issuer)]));
  const server = createServer((request, response) => {
    const [, name = '', path = ''] = /^\/([^/]*)(\/.*)?$/.exec(request.url ?? '') ?? [];
    const handler = handlers.get(name);
    request.url = path;
    if (handler === undefined) response.writeHead(404).end(`Issuers: ${names.join(', ')}\n`);
    else handler(request, response);
  });
  return listenLocally(server, config.PORT);
};

await runService({
  name: 'identity-provider',
  log: createLogger('identity-provider', config.LOG_LEVEL),
  drainMs: config.DRAIN_MS,
  start,
});
