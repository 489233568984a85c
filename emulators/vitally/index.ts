/* Running */
export { createVitally, type VitallyEmulator, type VitallyOptions } from './create-vitally.ts';
export { type SampleAccount, type Traits, type UndocumentedAnswers } from './entities.ts';

/* Telling */
export { coverage } from './coverage.ts';
