import { createPublicKey, generateKeyPairSync, randomBytes, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A Google key file, as the Cloud console hands it out; `token_uri` points here. */
export interface ServiceAccountKey {
  type: 'service_account';
  project_id: string;
  private_key_id: string;
  private_key: string;
  client_email: string;
  client_id: string;
  auth_uri: string;
  token_uri: string;
}

/** Who a bearer token stands for, and what it may do. */
export interface Caller {
  email: string;
  scopes: readonly string[];
}

interface IssuedToken extends Caller {
  /** On the machine's time; moving the virtual clock does not age a token. */
  expiresAtMs: number;
}

/** The OAuth error of the token endpoint. https://developers.google.com/identity/protocols/oauth2/service-account */
export class TokenError extends Error {
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.error = error;
  }
}

export const SERVICE_ACCOUNT_EMAIL = 'sync@groundwork-local.iam.gserviceaccount.com';
const SPREADSHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const TOKEN_LIFETIME_S = 3600;
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const Segment = z.record(z.string(), z.unknown());
const Claims = z.object({ iss: z.string(), aud: z.string(), iat: z.number(), exp: z.number(), scope: z.string() });

/** The service accounts, their keys and the tokens they were given. */
export class Accounts {
  /** A token of the emulator's own service account that does not expire. */
  readonly accessToken: string;
  readonly #privateKey: string;
  readonly #keys = new Map<string, KeyObject>();
  readonly #tokens = new Map<string, IssuedToken>();

  constructor(secrets: { privateKey: string; accessToken: string }) {
    this.#privateKey = secrets.privateKey;
    this.accessToken = secrets.accessToken;
    this.#keys.set(SERVICE_ACCOUNT_EMAIL, createPublicKey(secrets.privateKey));
    const scopes = [SPREADSHEETS_SCOPE];
    this.#tokens.set(secrets.accessToken, { email: SERVICE_ACCOUNT_EMAIL, scopes, expiresAtMs: Infinity });
  }

  /** Accepts another service account by its public key. */
  add(email: string, publicKeyPem: string): void {
    this.#keys.set(email, createPublicKey(publicKeyPem));
  }

  key(origin: string): ServiceAccountKey {
    return {
      type: 'service_account',
      project_id: 'groundwork-local',
      private_key_id: '1',
      private_key: this.#privateKey,
      client_email: SERVICE_ACCOUNT_EMAIL,
      client_id: '100000000000000000001',
      auth_uri: `${origin}/o/oauth2/auth`,
      token_uri: `${origin}/token`,
    };
  }

  callerOf(token: string, nowMs: number): Caller | undefined {
    const issued = this.#tokens.get(token);
    return issued !== undefined && nowMs < issued.expiresAtMs ? issued : undefined;
  }

  /** Exchanges a signed assertion for a token of an hour. */
  exchange(
    form: Record<string, unknown>,
    tokenUrl: string,
    nowMs: number,
  ): { access_token: string; expires_in: number; token_type: 'Bearer' } {
    if (form['grant_type'] !== GRANT_TYPE) {
      throw new TokenError('unsupported_grant_type', `Invalid grant_type: ${String(form['grant_type'])}`);
    }
    const { iss, scope } = this.#verified(String(form['assertion']), tokenUrl, nowMs);
    const token = newToken();
    const scopes = scope.split(' ').filter((one) => one !== '');
    if (scopes.length === 0)
      throw new TokenError('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
    this.#tokens.set(token, { email: iss, scopes, expiresAtMs: nowMs + TOKEN_LIFETIME_S * 1000 });
    return { access_token: token, expires_in: TOKEN_LIFETIME_S - 1, token_type: 'Bearer' };
  }

  #verified(assertion: string, tokenUrl: string, nowMs: number): z.infer<typeof Claims> {
    const [header = '', payload = '', signature = ''] = assertion.split('.');
    const claims = Claims.safeParse(decode(payload));
    if (decode(header)?.['alg'] !== 'RS256' || !claims.success) {
      throw new TokenError('invalid_request', 'Bad Request');
    }
    const { iss, aud, iat, exp } = claims.data;
    const key = this.#keys.get(iss);
    if (key === undefined) throw new TokenError('invalid_grant', 'Invalid grant: account not found');
    if (!verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) {
      throw new TokenError('invalid_grant', 'Invalid JWT Signature.');
    }
    if (aud !== tokenUrl && aud !== 'https://oauth2.googleapis.com/token') {
      throw new TokenError('invalid_grant', 'Invalid JWT: Failed audience check.');
    }
    const now = nowMs / 1000;
    if (exp - iat > TOKEN_LIFETIME_S || exp <= now || Math.abs(now - iat) > TOKEN_LIFETIME_S) {
      throw new TokenError(
        'invalid_grant',
        'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. ' +
          'Check your iat and exp values in the JWT claim.',
      );
    }
    return claims.data;
  }
}

function decode(segment: string): Record<string, unknown> | undefined {
  try {
    return Segment.safeParse(JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function newToken(): string {
  return `ya29.${randomBytes(24).toString('base64url')}`;
}

/** A fresh RSA key in the form that a key file carries. */
export function newPrivateKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}
