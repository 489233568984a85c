import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../core/index.ts';
import type { RecordStore } from '../record-store.ts';
import type { VitallyStore } from '../store.ts';
import type { TraitCatalogue } from '../trait-catalogue.ts';
import type { UndocumentedAnswers } from '../undocumented.ts';

/** What every route of this emulator works with. */
export interface RouteContext {
  app: FastifyInstance;
  store: VitallyStore;
  records: RecordStore;
  undocumented: UndocumentedAnswers;
  catalogue: TraitCatalogue;
  clock: Clock;
  /** Tells open pages that the workspace changed. */
  changed: () => void;
}
