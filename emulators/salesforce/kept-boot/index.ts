export { fingerprint, OWN_CODE, type BootInputs } from './fingerprint.ts';
export { KeptBoot, type Booted } from './kept-boot.ts';
