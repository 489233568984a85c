import { fileURLToPath } from 'node:url';

/** Environment of a process that finds the code that an earlier one compiled, and keeps what it compiles itself. */
export const COMPILED_CODE = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compiled-code', import.meta.url)),
};
