export { bootRecords } from './boot-records.ts';
export { Components } from './components.ts';
export { readPersonas, type Person } from './people.ts';
export { dropPlatformRows, FISCAL_YEAR_START_MONTH } from './platform-rows.ts';
