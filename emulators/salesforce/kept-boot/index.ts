export { fingerprint, type BootInputs } from './fingerprint.ts';
export { keptBoots } from './kept-boots.ts';
