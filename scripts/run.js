// node scripts/run.js FILE [arguments]: runs a TypeScript file, and keeps what Node makes of each module for the next run.
// Plain JavaScript, because Node loads what strips types for the first file that it has not kept.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled-code'));
process.argv.splice(1, 1);
await import(pathToFileURL(resolve(process.argv[1])).href);
