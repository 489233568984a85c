import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../core/index.ts';

const MINUTE = 60 * 1000;
const CODE_LIFETIME = 15 * MINUTE;

/** An app that people log in to: by their password, or in the browser. */
export interface WebApp {
  clientId: string;
  clientSecret: string;
  /** Where the browser goes back to. */
  redirectUri: string;
}

/** Permission that a person has given to an app in the browser, to be changed for tokens once. */
export interface AuthorizationCode {
  clientId: string;
  username: string;
  redirectUri: string;
  /** SHA-256 of the verifier, when the app works with PKCE. */
  codeChallenge: string | null;
  hasExpired: boolean;
}

/** Apps, passwords and refresh tokens, kept with the sessions. */
export class WebApps {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    database.exec(`
      CREATE TABLE IF NOT EXISTS webApp (clientId TEXT PRIMARY KEY, clientSecret TEXT NOT NULL, redirectUri TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS password (username TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS refreshToken (token TEXT PRIMARY KEY, clientId TEXT NOT NULL, username TEXT NOT NULL, issuedAt TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS authorizationCode (code TEXT PRIMARY KEY, clientId TEXT NOT NULL, username TEXT NOT NULL,
        redirectUri TEXT NOT NULL, codeChallenge TEXT, issuedAt TEXT NOT NULL);`);
  }

  register({ clientId, clientSecret, redirectUri }: WebApp): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO webApp (clientId, clientSecret, redirectUri) VALUES (?, ?, ?)')
      .run(clientId, clientSecret, redirectUri);
  }

  find(clientId: string): WebApp | undefined {
    return this.#database.prepare('SELECT * FROM webApp WHERE clientId = ?').get(clientId) as WebApp | undefined;
  }

  setPassword(username: string, password: string): void {
    const salt = randomBytes(16).toString('hex');
    this.#database
      .prepare('INSERT OR REPLACE INTO password (username, salt, hash) VALUES (?, ?, ?)')
      .run(username, salt, hashOf(password, salt).toString('hex'));
  }

  isPassword(username: string, password: string): boolean {
    const row = this.#database.prepare('SELECT salt, hash FROM password WHERE username = ?').get(username);
    if (row === undefined) return false;
    return timingSafeEqual(hashOf(password, String(row['salt'])), Buffer.from(String(row['hash']), 'hex'));
  }

  issueRefreshToken(clientId: string, username: string): string {
    const token = `5Aep861${randomBytes(40).toString('base64url')}`;
    this.#database
      .prepare('INSERT INTO refreshToken (token, clientId, username, issuedAt) VALUES (?, ?, ?, ?)')
      .run(token, clientId, username, this.#clock.now().toISOString());
    return token;
  }

  findRefreshToken(token: string): { clientId: string; username: string; issuedAt: string } | undefined {
    return this.#database
      .prepare('SELECT clientId, username, issuedAt FROM refreshToken WHERE token = ?')
      .get(token) as { clientId: string; username: string; issuedAt: string } | undefined;
  }

  /** False when there was none. */
  revokeRefreshToken(token: string): boolean {
    return this.#database.prepare('DELETE FROM refreshToken WHERE token = ?').run(token).changes > 0;
  }

  issueCode(given: Omit<AuthorizationCode, 'hasExpired'>): string {
    const code = `aPrx${randomBytes(40).toString('base64url')}`;
    this.#database
      .prepare(
        'INSERT INTO authorizationCode (code, clientId, username, redirectUri, codeChallenge, issuedAt) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(
        code,
        given.clientId,
        given.username,
        given.redirectUri,
        given.codeChallenge,
        this.#clock.now().toISOString(),
      );
    return code;
  }

  /** Takes a code, which is good once and for a quarter of an hour. */
  redeemCode(code: string): AuthorizationCode | undefined {
    const row = this.#database.prepare('DELETE FROM authorizationCode WHERE code = ? RETURNING *').get(code);
    if (row === undefined) return undefined;
    return {
      clientId: String(row['clientId']),
      username: String(row['username']),
      redirectUri: String(row['redirectUri']),
      codeChallenge: typeof row['codeChallenge'] === 'string' ? row['codeChallenge'] : null,
      hasExpired: this.#clock.now().getTime() - Date.parse(String(row['issuedAt'])) > CODE_LIFETIME,
    };
  }
}

/** The challenge that belongs to a verifier: RFC 7636, method S256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function hashOf(password: string, salt: string): Buffer {
  return scryptSync(password, salt, 32);
}
