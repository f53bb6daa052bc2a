import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** A signing key and its public half. */
export interface TestKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export const createKey = async (kid: string): Promise<TestKey> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
};

/** Signs claims that are valid for five minutes from `now`, unless the claims say otherwise. */
export const signToken = (key: TestKey, claims: JWTPayload, now = new Date()): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ iat: seconds, exp: seconds + 300, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .sign(key.privateKey);
};

/** A key server on a free port that can be told to fail. */
export class Provider implements AsyncDisposable {
  keys: JWK[];
  down = false;
  hangs = false;
  requests = 0;
  readonly #server: Server;

  constructor(keys: readonly TestKey[]) {
    this.keys = keys.map(({ jwk }) => jwk);
    this.#server = createServer((_request, response) => {
      this.requests += 1;
      if (this.hangs) return;
      response.statusCode = this.down ? 503 : 200;
      response.end(this.down ? 'down' : JSON.stringify({ keys: this.keys }));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get jwksUri(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/jwks`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
