import type { FastifyInstance } from 'fastify';
import { TokenError, type Accounts } from '../accounts.ts';

/** Google's OAuth token endpoint for service accounts: a signed assertion in, a bearer token out. */
export function tokenRoutes(app: FastifyInstance, accounts: Accounts, origin: () => string): void {
  app.post('/token', (request, reply) => {
    try {
      const form = (request.body ?? {}) as Record<string, unknown>;
      return accounts.exchange(form, `${origin()}/token`, Date.now());
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      return reply.code(400).send({ error: error.error, error_description: error.message });
    }
  });
}
