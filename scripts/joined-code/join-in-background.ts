import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Joins the code behind an entry in a process of its own, which gives way to others and is not waited for. */
export function joinInBackground(entry: string): void {
  const program = fileURLToPath(new URL('./main.ts', import.meta.url));
  spawn(process.execPath, [program, entry], { detached: true, stdio: 'ignore' }).unref();
}
