import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Makes stack traces name the modules that were joined. Their maps are read when somebody reads such a trace, because
 * Node reads them at the start when it is told to.
 */
export function nameOwnPlaces(): void {
  const maps = new Map<string, SourceMap | undefined>();
  const own = (whole: string, url: string, line: string, column: string): string => {
    if (!maps.has(url)) maps.set(url, readMap(url));
    const origin = maps.get(url)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return whole;
    return `${pathToFileURL(origin.fileName).href}:${origin.lineNumber}:${origin.columnNumber}`;
  };
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map(String).map((frame) => frame.replace(/(file:\S+\.mjs):(\d+):(\d+)/, own))].join(
      '\n    at ',
    );
}

function readMap(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
