import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { filesOfTreePlan, type Personas } from '../data/boot/index.ts';
import type { SourceFiles } from '../org-source/index.ts';
import { fingerprint, OWN_CODE } from './fingerprint.ts';
import { KeptBoot } from './kept-boot.ts';
import { KnownFingerprints } from './known-fingerprints.ts';
import { placesOf } from './places.ts';

/** What an org is booted from, read when it is needed. */
export interface FirstBoot {
  source: string;
  files: () => SourceFiles;
  /** Where the people are described, and what is said there. */
  personas: string | undefined;
  people: () => Personas;
  plan: string | undefined;
  governorLimits: boolean;
  now: Date;
}

export interface KeptBoots {
  /** A boot of the same day, from the same source, with the same people and records, by the same code. */
  whole: KeptBoot;
  /** The same source, read and compiled by the same code. */
  source: KeptBoot<undefined>;
}

/** What this folder keeps of boots of the same source. */
export function keptBoots(cache: string, boot: FirstBoot): KeptBoots {
  const { personas, people, governorLimits } = boot;
  const source = resolve(boot.source);
  const plan = boot.plan === undefined ? undefined : resolve(boot.plan);
  const day = boot.now.toISOString().slice(0, 10);
  const file = (kind: string): string => join(cache, `${hash('sha1', source)}.${kind}`);
  const dataFiles = (): string[] => {
    const { story } = people();
    return [...(plan === undefined ? [] : filesOfTreePlan(plan)), ...(story === undefined ? [] : [story])];
  };
  const facts = [process.version, source, plan, personas, governorLimits, day];
  const known = new KnownFingerprints(file('known'), facts);
  const { compiled = '', written = '' } =
    known.find() ??
    known.make(
      () => placesOf(source, [...dataFiles(), ...(personas === undefined ? [] : [resolve(personas)])]),
      () => {
        const compiled = fingerprint({ code: OWN_CODE, source: boot.files(), files: [], facts: { source } });
        const facts = { compiled, personas: people(), governorLimits, day };
        return { compiled, written: fingerprint({ code: [], source: new Map(), files: dataFiles(), facts }) };
      },
    );
  return { whole: new KeptBoot(file('org'), written), source: new KeptBoot(file('source'), compiled) };
}
