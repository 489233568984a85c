import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { bundle } from './bundle.ts';

const Options = z.object({ source: z.string(), target: z.string(), cacheDir: z.string() });

const Failure = z.object({
  message: z.string(),
  id: z.string().optional(),
  filename: z.string().optional(),
  // Rollup says where in `loc`, the LWC compiler in `location`.
  loc: z.object({ line: z.number(), column: z.number() }).optional(),
  location: z.object({ line: z.number(), column: z.number() }).optional(),
  frame: z.string().optional(),
});

try {
  await bundle(Options.parse(workerData));
  parentPort?.postMessage({ failure: null });
} catch (error) {
  parentPort?.postMessage({ failure: describe(error) });
}

/** The compiler's words with the place: a few lines for a person. */
function describe(error: unknown): string {
  const parsed = Failure.safeParse(error);
  if (!parsed.success) return String(error);
  const { message, id, filename, location, loc = location, frame } = parsed.data;
  const file = (filename ?? id ?? '').split('?', 1)[0] ?? '';
  const place = loc === undefined ? file : `${file}:${loc.line}:${loc.column}`;
  return [place, message, frame].filter((line) => line !== undefined && line !== '').join('\n');
}
