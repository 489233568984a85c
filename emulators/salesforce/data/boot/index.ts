export { bootRecords, type BootedRecords } from './boot-records.ts';
export { Components } from './components.ts';
export { writeDeployedRows, type DeployedRow } from './deployed-rows.ts';
export { readPersonas, type Person, type Personas } from './people.ts';
export { resolveDate } from './relative-dates.ts';
export { dropPlatformRows } from './platform-rows.ts';
export { filesOfTreePlan } from './tree-plan.ts';
