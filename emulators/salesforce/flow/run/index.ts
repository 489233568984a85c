export {
  runAfterSave,
  runBeforeDelete,
  runBeforeSave,
  type FlowRun,
  type TriggeringRecord,
} from './run-record-flows.ts';
export { runScheduled, scheduledRecords } from './run-scheduled.ts';
export { runPathBatch, toPathBatches, type PathBatch } from './run-paths.ts';
