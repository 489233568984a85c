export { matchesWhole } from './match.ts';
