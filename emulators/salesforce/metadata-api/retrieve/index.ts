export { Retrievals } from './retrievals.ts';
