import type { User } from '../entities.ts';
import type { Platform } from '../platform.ts';
import { OAuthError } from './assertion.ts';
import { challengeOf, type WebApp } from './web-apps.ts';
import type { TokenRequest } from './token-request.ts';

/** Who gets tokens by which app, and whether a refresh token is among them. */
export interface WebGrant {
  user: User;
  app: WebApp;
  withRefreshToken: boolean;
}

/** A username and a password: what is wrong with either is `authentication failure`, whichever it is. */
export function byPassword({ org, webApps }: Platform, form: TokenRequest): WebGrant {
  const app = authenticated(webApps.find(form.client_id ?? ''), form);
  const { username = '', password = '' } = form;
  const user = org.findUser(username);
  if (user === undefined || !webApps.isPassword(user.username, password)) {
    throw new OAuthError('invalid_grant', 'authentication failure');
  }
  return { user, app, withRefreshToken: false };
}

/** A refresh token, which stays as it is. */
export function byRefreshToken({ org, webApps }: Platform, form: TokenRequest): WebGrant {
  const app = authenticated(webApps.find(form.client_id ?? ''), form);
  const token = webApps.findRefreshToken(form.refresh_token ?? '');
  const user = token?.clientId === app.clientId ? org.findUser(token.username) : undefined;
  if (user === undefined) throw new OAuthError('invalid_grant', 'expired access/refresh token');
  return { user, app, withRefreshToken: false };
}

/** A code that the browser brought back. An app with PKCE proves itself by the verifier, and needs no secret. */
export function byCode({ org, webApps }: Platform, form: TokenRequest): WebGrant {
  const app = webApps.find(form.client_id ?? '');
  if (app === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const code = webApps.redeemCode(form.code ?? '');
  if (code?.clientId !== app.clientId) throw new OAuthError('invalid_grant', 'invalid authorization code');
  if (code.hasExpired) throw new OAuthError('invalid_grant', 'expired authorization code');
  if (form.redirect_uri !== code.redirectUri) {
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  if (code.codeChallenge === null || form.client_secret !== undefined) authenticated(app, form);
  if (code.codeChallenge !== null && challengeOf(form.code_verifier ?? '') !== code.codeChallenge) {
    throw new OAuthError('invalid_grant', 'invalid code verifier');
  }
  const user = org.findUser(code.username);
  if (user === undefined) throw new OAuthError('invalid_grant', 'authentication failure');
  return { user, app, withRefreshToken: true };
}

function authenticated(app: WebApp | undefined, form: TokenRequest): WebApp {
  if (app === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (form.client_secret !== app.clientSecret) throw new OAuthError('invalid_client', 'invalid client credentials');
  return app;
}
