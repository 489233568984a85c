import type { Traits } from '../mapping/index.ts';

/** The traits that differ from those last written, or from all of ours when none were. */
export function planTraits(wanted: Traits, written: Readonly<Record<string, unknown>> | undefined): Traits {
  return Object.fromEntries(Object.entries(wanted).filter(([path, value]) => (written?.[path] ?? null) !== value));
}
