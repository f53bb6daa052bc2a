import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Issuer } from '@qsr/identity';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

/** An identity provider for one kind of caller, on a free port. While it is `down` it gives out no keys. */
export class TestIssuer implements AsyncDisposable {
  down = false;
  readonly #kind: Issuer['kind'];
  readonly #server: Server;
  readonly #privateKey: CryptoKey;

  private constructor(kind: Issuer['kind'], keys: string, privateKey: CryptoKey) {
    this.#kind = kind;
    this.#server = createServer((_request, response) => {
      response.statusCode = this.down ? 503 : 200;
      response.end(this.down ? 'down' : keys);
    });
    this.#privateKey = privateKey;
  }

  static async start(kind: Issuer['kind']): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: kind, alg: 'ES256' }] });
    const issuer = new TestIssuer(kind, keys, privateKey);
    await new Promise<void>((resolve) => issuer.#server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get trusted(): Issuer {
    const origin = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return { issuer: origin, jwksUri: `${origin}/jwks`, audience: 'graph', kind: this.#kind };
  }

  /** Headers of a caller with these claims. */
  async caller(claims: JWTPayload): Promise<Record<string, string>> {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: this.#kind })
      .setIssuer(this.trusted.issuer)
      .setAudience('graph')
      .setExpirationTime('5m')
      .sign(this.#privateKey);
    return { authorization: `Bearer ${token}` };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
