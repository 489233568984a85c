import type { FastifyInstance } from 'fastify';
import type { Quotas } from '../quotas.ts';

/** The lever for quotas: `{"perMinute": 60}` sets both, `{"perMinute": null}` switches them off. */
export function quotaRoutes(app: FastifyInstance, quotas: Quotas): void {
  app.get('/_emulator/quotas', () => ({ perMinute: quotas.perMinute ?? null }));
  app.post<{ Body: { perMinute?: number | null } | undefined }>('/_emulator/quotas', (request, reply) => {
    const perMinute = request.body?.perMinute;
    if (perMinute !== null && (typeof perMinute !== 'number' || !Number.isInteger(perMinute) || perMinute < 0)) {
      return reply.code(400).send({ error: `perMinute: expected a whole number or null, got ${String(perMinute)}` });
    }
    quotas.perMinute = perMinute ?? undefined;
    return { perMinute };
  });
}
