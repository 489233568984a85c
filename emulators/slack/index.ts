/* Running */
export { createSlack, type SlackEmulator, type SlackOptions } from './create-slack.ts';
export { type Channel } from './entities.ts';

/* Telling */
export { coverage } from './coverage.ts';
