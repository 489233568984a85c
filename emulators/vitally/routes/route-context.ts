import type { FastifyInstance } from 'fastify';
import type { UndocumentedAnswers } from '../entities.ts';
import type { VitallyStore } from '../store.ts';

/** What every route of this emulator works with. */
export interface RouteContext {
  app: FastifyInstance;
  store: VitallyStore;
  undocumented: UndocumentedAnswers;
  /** Tells open pages that the workspace changed. */
  changed: () => void;
}
