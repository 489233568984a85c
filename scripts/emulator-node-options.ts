/**
 * How `npm start` and `npm run emulators` run Node: in a small young generation little gets old that is garbage soon, which
 * halves what an org holds while it is loaded with records, and costs no time.
 */
export const EMULATOR_NODE_OPTIONS = ['--max-semi-space-size=8'];
