import { keepCompiledCode } from './compiled-code.ts';

keepCompiledCode();
const { runCommand } = await import('./command-line.ts');
const { runEmulators } = await import('./command.ts');

await runCommand(runEmulators);
