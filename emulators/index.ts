/* Running them */
export { startEmulators, type RunningEmulators, type StartOptions } from './start-emulators.ts';
export { EMULATOR_NAMES, type EmulatorName } from './names.ts';

/* Speaking to them */
export { type Ready } from './ready.ts';

/* Being a command */
export { keepCompiledCode } from './compiled-code.ts';
export { parsePort, runCommand } from './command-line.ts';
