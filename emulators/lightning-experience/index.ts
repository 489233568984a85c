/* Running */
export { mountLightningExperience } from './mount.ts';
export { type LightningExperienceOptions } from './entities.ts';

/* Telling */
export { coverage } from './coverage.ts';
