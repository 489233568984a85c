import type { FastifyInstance } from 'fastify';
import { coveragePage, type EmulatorOptions } from '../../core/index.ts';
import { coverageGroups } from '../coverage-groups.ts';

/** What this emulator does and refuses, for people. */
export function coverageRoutes(app: FastifyInstance, portal: EmulatorOptions['portal']): void {
  app.get('/_emulator/coverage.html', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(coveragePage('Salesforce', coverageGroups(), portal?.())),
  );
}
