import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../core/index.ts';
import type { Quotas } from '../quotas.ts';

/**
 * The lever for quotas: `{"perMinute": 60}` sets what one user may do of each kind, `{"perMinute": null}` switches all
 * quotas off, `DELETE` forgets what was counted. `counts` proves what was made.
 */
export function quotaRoutes(app: FastifyInstance, quotas: Quotas, clock: Clock): void {
  const told = (): object => {
    const { perUser, perProject } = quotas.limits;
    return { perMinute: perUser ?? null, perMinuteOfProject: perProject ?? null, counts: quotas.counts(clock.now()) };
  };

  app.get('/_emulator/quotas', told);
  app.post<{ Body: { perMinute?: number | null } | undefined }>('/_emulator/quotas', (request, reply) => {
    const perMinute = request.body?.perMinute;
    if (perMinute !== null && (typeof perMinute !== 'number' || !Number.isInteger(perMinute) || perMinute < 0)) {
      return reply.code(400).send({ error: `perMinute: expected a whole number or null, got ${String(perMinute)}` });
    }
    quotas.limits = {
      perUser: perMinute ?? undefined,
      perProject: perMinute === null ? undefined : 5 * perMinute,
    };
    return told();
  });
  app.delete('/_emulator/quotas', () => {
    quotas.clear();
    return told();
  });
}
