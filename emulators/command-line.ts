/** The highest port of a portal that leaves room for the emulators behind it. */
const HIGHEST_PORT = 65_535 - 4;

/** Reads the value of `--port`. Anything but a whole number in range is a RangeError that names it. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) {
    throw new RangeError(`--port: expected a whole number from 0 to ${HIGHEST_PORT}, got "${text}"`);
  }
  return port;
}

/** Runs a command. What a person can mend is told in one line; anything else with its stack. Both end it with 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${explain(error)}\n`);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${String(port)} is taken: choose others with --port N, or free ones with --port 0`;
  }
  const isMendable = error instanceof RangeError || code?.startsWith('ERR_PARSE_ARGS') === true;
  return isMendable ? `${error.message}\nSee --help.` : (error.stack ?? error.message);
}
