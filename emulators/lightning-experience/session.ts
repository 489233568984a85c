import type { FastifyRequest } from 'fastify';

/** Whether a request carries a session: the `sid` cookie or a token. Whether it is a valid one, the APIs say. */
export function hasSession({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined || /(^|;\s*)sid=[^;\s]/.test(headers.cookie ?? '');
}

/** The headers by which another request is made in the same person's name. */
export function sessionHeaders({ headers }: FastifyRequest): Record<string, string> {
  const { authorization, cookie } = headers;
  return { ...(authorization !== undefined && { authorization }), ...(cookie !== undefined && { cookie }) };
}
