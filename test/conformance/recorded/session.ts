import { readFileSync } from 'node:fs';

/** One request that a real org answered. */
export interface Step {
  method: string;
  path: string;
  body: unknown;
  status: number;
  response: unknown;
}

export interface Session {
  source: string;
  cassette: string;
  steps: Step[];
}

export function readSessions(file: string): Session[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Session);
}

/** When a step was answered, as far as the recording tells: the first stamp in its answer or in a later one. */
export function momentOf({ steps }: Session, index: number): number | undefined {
  for (const { response } of steps.slice(index)) {
    const stamp = /"(?:SystemModstamp|CreatedDate|systemModstamp)":"([^"]+)"/.exec(JSON.stringify(response))?.[1];
    if (stamp !== undefined) return Date.parse(stamp.replace('+0000', 'Z'));
  }
  return undefined;
}

/** The masked versions: `v99.9` was one of 2015, so the oldest we have, `vxx.0` a late one. */
export function toServedVersion(text: string): string {
  // Masking the address swallowed the quotation mark before it.
  return text
    .replace(/(?<=Email%20!?=)(?=someone@)/g, '%27')
    .replaceAll('/async/vxx.0/', '/async/66.0/')
    .replaceAll('/v99.9/', '/v45.0/')
    .replaceAll('/vxx.0/', '/v66.0/');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of objects under a name, empty when it is not there. */
export function listIn(value: unknown, name: string): Record<string, unknown>[] {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
}
