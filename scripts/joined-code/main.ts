// node scripts/joined-code/main.ts ENTRY: joins the code behind an entry for its next start.
import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';
import { joinCode } from './join-code.ts';
import { keptCode } from './kept-code.ts';

setPriority(constants.priority.PRIORITY_LOW);
const entry = resolve(process.argv[2] ?? '');
await joinCode(entry, keptCode(entry));
