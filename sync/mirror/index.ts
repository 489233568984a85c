export { listTrouble, type Trouble } from './tell-trouble.ts';
export { READING } from './pull.ts';
export { createMirrors, type Mirrors } from './run-cycle.ts';
export { type ImportReport } from './import-sheet.ts';
export { type CyclePlan } from './plan-cycle.ts';
export { type Context } from './context.ts';
export { COLUMN_KEYS, TAB_IDS, TAB_TITLES } from './row-tab.ts';
