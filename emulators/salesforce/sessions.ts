import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../core/index.ts';

/** An app that may ask for tokens by the JWT bearer flow. */
export interface ConnectedApp {
  clientId: string;
  publicKeyPem: string;
}

/** An app that gets in by its secret alone, always as the same user. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
  /** Username. */
  runAs: string;
}

/** Who is logged in and which apps may log in. Survives a restart and a reset, so that pages and services stay in. */
export class Sessions {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #lifetimeMs: number;

  /** Sessions end after `lifetimeMs` milliseconds without a request, by the org's clock. */
  constructor(database: DatabaseSync, clock: Clock, lifetimeMs = Infinity) {
    this.#database = database;
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
    database.exec(`
      CREATE TABLE IF NOT EXISTS session (token TEXT PRIMARY KEY, username TEXT NOT NULL, openedAt TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS connectedApp (clientId TEXT PRIMARY KEY, publicKeyPem TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS clientCredentials (clientId TEXT PRIMARY KEY, clientSecret TEXT NOT NULL, runAs TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS ticket (otp TEXT PRIMARY KEY, token TEXT NOT NULL);`);
  }

  /** Opens a session and answers its token, `00D…!…`, made of the characters that clients look for. */
  open(orgId: string, username: string): string {
    const token = `${orgId.slice(0, 15)}!${randomBytes(40).toString('hex')}`;
    this.#database
      .prepare('INSERT INTO session (token, username, openedAt) VALUES (?, ?, ?)')
      .run(token, username, this.#clock.now().toISOString());
    return token;
  }

  /** The first session of this user in this org, opened when there is none. */
  tokenFor(orgId: string, username: string): string {
    const row = this.#database
      .prepare('SELECT token FROM session WHERE username = ? AND token LIKE ? ORDER BY openedAt, rowid LIMIT 1')
      .get(username, `${orgId.slice(0, 15)}!%`);
    return typeof row?.['token'] === 'string' ? row['token'] : this.open(orgId, username);
  }

  usernameOf(token: string): string | undefined {
    const row = this.#database.prepare('SELECT username, openedAt FROM session WHERE token = ?').get(token);
    if (typeof row?.['username'] !== 'string') return undefined;
    if (this.#lifetimeMs === Infinity) return row['username'];
    const now = this.#clock.now();
    if (now.getTime() - Date.parse(String(row['openedAt'])) > this.#lifetimeMs) {
      this.close(token);
      return undefined;
    }
    // A session that is used goes on.
    this.#database.prepare('UPDATE session SET openedAt = ? WHERE token = ?').run(now.toISOString(), token);
    return row['username'];
  }

  /** A session that lasts, and until when without a request. */
  find(token: string): { username: string; issuedAt: string; expiresAt?: string } | undefined {
    const username = this.usernameOf(token);
    const row = this.#database.prepare('SELECT openedAt FROM session WHERE token = ?').get(token);
    if (username === undefined || row === undefined) return undefined;
    const issuedAt = String(row['openedAt']);
    if (this.#lifetimeMs === Infinity) return { username, issuedAt };
    return { username, issuedAt, expiresAt: new Date(Date.parse(issuedAt) + this.#lifetimeMs).toISOString() };
  }

  /** Ends a session. False when there was none. */
  close(token: string): boolean {
    return this.#database.prepare('DELETE FROM session WHERE token = ?').run(token).changes > 0;
  }

  /** A password for one use that opens the browser on this session. */
  issueTicket(token: string): string {
    const otp = randomBytes(24).toString('base64url');
    this.#database.prepare('INSERT INTO ticket (otp, token) VALUES (?, ?)').run(otp, token);
    return otp;
  }

  redeemTicket(otp: string): string | undefined {
    const row = this.#database.prepare('DELETE FROM ticket WHERE otp = ? RETURNING token').get(otp);
    return typeof row?.['token'] === 'string' ? row['token'] : undefined;
  }

  registerConnectedApp({ clientId, publicKeyPem }: ConnectedApp): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO connectedApp (clientId, publicKeyPem) VALUES (?, ?)')
      .run(clientId, publicKeyPem);
  }

  registerClientCredentials({ clientId, clientSecret, runAs }: ClientCredentials): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO clientCredentials (clientId, clientSecret, runAs) VALUES (?, ?, ?)')
      .run(clientId, clientSecret, runAs);
  }

  findClientCredentials(clientId: string): ClientCredentials | undefined {
    const row = this.#database
      .prepare('SELECT clientSecret, runAs FROM clientCredentials WHERE clientId = ?')
      .get(clientId);
    if (typeof row?.['clientSecret'] !== 'string' || typeof row['runAs'] !== 'string') return undefined;
    return { clientId, clientSecret: row['clientSecret'], runAs: row['runAs'] };
  }

  findConnectedApp(clientId: string): ConnectedApp | undefined {
    const row = this.#database.prepare('SELECT publicKeyPem FROM connectedApp WHERE clientId = ?').get(clientId);
    return typeof row?.['publicKeyPem'] === 'string' ? { clientId, publicKeyPem: row['publicKeyPem'] } : undefined;
  }
}
