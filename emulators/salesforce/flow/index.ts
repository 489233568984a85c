/* Deploying */
export { compileFlows } from './compile-flows.ts';
export { readFlow, type FlowFile, type ReadFlow } from './source/index.ts';
export type { CompiledFlow, FlowSchedule } from './compiled-flow.ts';

/* Running */
export {
  runAfterSave,
  runBeforeDelete,
  runBeforeSave,
  runPathBatch,
  runScheduled,
  scheduledRecords,
  toPathBatches,
  type FlowRun,
  type PathBatch,
  type TriggeringRecord,
} from './run/index.ts';
export { FlowTransaction } from './transaction.ts';

/* What they work with */
export type {
  ChatterPost,
  CustomNotification,
  FieldCondition,
  FlowEmail,
  FlowEnvironment,
  FlowPorts,
  Outbox,
  PathSchedule,
  PlannedPath,
  RecordFilter,
  RecordQuery,
} from './ports.ts';
export { toSql, type Sql } from './data/index.ts';

/* Failing */
export { FlowError, FlowFault } from './errors.ts';
