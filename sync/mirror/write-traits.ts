import { SyncError } from '../errors.ts';
import type { Traits } from '../mapping/index.ts';
import type { VitallyAccount, VitallyClient } from '../vitally/index.ts';
import type { CycleContext } from './context.ts';

export interface TraitWriter {
  /** Writes what it can, and says what Vitally did not take. Undefined when Vitally does not know the account. */
  write(id: string, changes: Traits): Promise<{ account: VitallyAccount; missed: string[] } | undefined>;
}

/**
 * Writes the traits of customers. What Vitally does with one that no administrator set up is not documented: it may be
 * dropped without a word, or all of them be refused. Either way the others arrive, and that one is tried again.
 */
export function createTraitWriter(vitally: VitallyClient, log: CycleContext['log']): TraitWriter {
  let setUp: ReadonlySet<string> | undefined;
  const told = new Set<string>();

  function tell(missed: readonly string[]): void {
    const news = missed.filter((path) => !told.has(path));
    for (const path of news) told.add(path);
    if (news.length > 0)
      log.warn({ traits: news }, 'these traits are not set up in Vitally: the doctor says how to mend it');
  }

  async function write(id: string, changes: Traits): ReturnType<TraitWriter['write']> {
    const wanted = Object.fromEntries(Object.entries(changes).filter(([path]) => setUp?.has(path) !== false));
    let account: VitallyAccount | undefined;
    try {
      const isNothing = Object.keys(wanted).length === 0;
      account = isNothing ? await vitally.findAccount(id) : await vitally.updateTraits(id, wanted);
    } catch (error) {
      if (!(error instanceof SyncError) || error.kind !== 'refused' || setUp !== undefined) throw error;
      setUp = new Set(await vitally.listTraits());
      if (Object.keys(changes).every((path) => setUp?.has(path))) throw error;
      return write(id, changes);
    }
    if (account === undefined) return undefined;
    const { traits } = account;
    // An answer without any trait tells nothing of what was taken.
    const isTold = Object.keys(traits).length > 0;
    const missed = Object.entries(changes).flatMap(([path, value]) =>
      value !== null && (!(path in wanted) || (isTold && !(path in traits))) ? [path] : [],
    );
    tell(missed);
    return { account, missed };
  }

  return { write };
}
