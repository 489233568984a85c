import { verify } from 'node:crypto';
import { z } from 'zod';

/** Why a token was refused, as OAuth tells it: `{"error", "error_description"}`, status 400. */
export class OAuthError extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
  }
}

const Header = z.object({ alg: z.string() });
const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.coerce.number(),
});
export type Claims = z.infer<typeof Claims>;

/** The `sf` command writes the expiry in milliseconds, and Salesforce lets it pass: later than any seconds. */
const LATEST_SECONDS = 100_000_000_000;

/** Reads a JWT without trusting it yet. */
export function readClaims(assertion: string): Claims {
  const [, claims] = assertion.split('.');
  return parsePart(Claims, claims);
}

/** Checks signature, audience and expiry. What does not hold is `invalid_grant`. */
export function checkAssertion(
  assertion: string,
  claims: Claims,
  { publicKeyPem, audiences, now }: { publicKeyPem: string; audiences: string[]; now: Date },
): void {
  const [header = '', body = '', signature = ''] = assertion.split('.');
  const isSigned =
    parsePart(Header, header).alg === 'RS256' &&
    verify('RSA-SHA256', Buffer.from(`${header}.${body}`), publicKeyPem, Buffer.from(signature, 'base64url'));
  if (!isSigned) throw new OAuthError('invalid_grant', 'invalid assertion');
  const given = [claims.aud].flat().map((audience) => audience.replace(/\/$/, ''));
  if (!given.some((audience) => audiences.includes(audience))) {
    throw new OAuthError('invalid_grant', 'audience is invalid');
  }
  const expires = claims.exp > LATEST_SECONDS ? claims.exp : claims.exp * 1000;
  if (expires <= now.getTime()) throw new OAuthError('invalid_grant', 'expired assertion');
}

function parsePart<Shape extends z.ZodType>(shape: Shape, part: string | undefined): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')));
  } catch (error) {
    throw Object.assign(new OAuthError('invalid_grant', 'invalid assertion'), { cause: error });
  }
}
