/* Running */
export { createVitally, type VitallyEmulator, type VitallyOptions } from './create-vitally.ts';
export { type SampleAccount, type Traits } from './entities.ts';
export { UNDOCUMENTED, type UndocumentedAnswers } from './undocumented.ts';

/* Telling */
export { coverage } from './coverage.ts';
