import { createRandom, type RequestLog } from '../../core/index.ts';
import { GoogleError } from '../errors.ts';
import { ACTS, type ActName, type Desk } from './acts.ts';
import type { Human } from './human.ts';

export interface HumanOptions {
  /** The tab in front of the person; the first when absent. */
  title?: string;
  /** Headers of the columns in which the person types, renamed or not; all of them when absent. */
  typesIn?: readonly string[];
  /** What the person types under a header. */
  text?: Desk['text'];
}

/** One thing a person did, or was not let do. */
export interface Deed {
  act: ActName | 'own';
  /** What and where, in words. */
  told: string;
  /** Google's words, when the sheet did not let them. Nothing has changed then. */
  refused?: string;
  /** How many requests of the API had arrived before. */
  afterRequests: number;
}

/** A person at work on the sheet while a program is, repeatable by the seed. */
export interface SeededHuman {
  /** All that was done, oldest first. */
  readonly deeds: readonly Deed[];
  /** Does one thing now, at places that the seed draws. */
  act(name: ActName): Deed;
  /** Does one of the things named, or of all. */
  actAny(among?: readonly ActName[]): Deed;
  /** Acts when the n-th request of the API from now on has arrived and before it is answered; 1 is the next. */
  before(n: number, doing: ActName | ((human: Human) => void)): void;
  /** Acts before requests of the API from now on, each with this chance. Nobody is there any more after `leave`. */
  meddle(chance: number, among?: readonly ActName[]): void;
  /** Stops all that is still to come. */
  leave(): void;
}

export const ACT_NAMES = Object.keys(ACTS) as readonly ActName[];

/** Puts a person in front of the first spreadsheet. Equal seeds do equal things to equal sheets. */
export function createHuman(
  sheets: { readonly human: Human; readonly requests: RequestLog },
  seed: number,
  { title, typesIn, text = plainText }: HumanOptions = {},
): SeededHuman {
  const { human, requests } = sheets;
  const random = createRandom(seed);
  const deeds: Deed[] = [];
  const planned = new Map<number, (ActName | ((human: Human) => void))[]>();
  let meddling: { chance: number; among: readonly ActName[] } | undefined;
  let arrived = 0;

  const stopListening = requests.subscribe(({ path }, moment) => {
    if (moment !== 'arrived' || !path.startsWith('/v4/')) return;
    arrived += 1;
    for (const doing of planned.get(arrived) ?? []) perform(doing);
    planned.delete(arrived);
    if (meddling !== undefined && random() < meddling.chance) perform(oneOf(meddling.among));
  });

  function oneOf(names: readonly ActName[]): ActName {
    return names[Math.floor(random() * names.length)] ?? 'edit';
  }
  function perform(doing: ActName | ((human: Human) => void)): Deed {
    const deed: Deed = {
      act: typeof doing === 'string' ? doing : 'own',
      afterRequests: Math.max(0, arrived - 1),
      ...attempt(doing),
    };
    deeds.push(deed);
    return deed;
  }
  function attempt(doing: ActName | ((human: Human) => void)): Pick<Deed, 'told' | 'refused'> {
    try {
      if (typeof doing !== 'string') {
        doing(human);
        return { told: 'did as the test said' };
      }
      const desk = { human, title: title ?? human.titles()[0] ?? '', random, text, ...(typesIn && { typesIn }) };
      return { told: ACTS[doing](desk) };
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      return { told: 'was refused', refused: error.message };
    }
  }

  return {
    deeds,
    act: perform,
    actAny: (among = ACT_NAMES) => perform(oneOf(among)),
    before(n, doing) {
      const at = arrived + n;
      planned.set(at, [...(planned.get(at) ?? []), doing]);
    },
    meddle(chance, among = ACT_NAMES) {
      meddling = { chance, among };
    },
    leave() {
      meddling = undefined;
      planned.clear();
      stopListening();
    },
  };
}

const WORDS = ['maybe', 'P1', 'P2', '=1+1', '2026-11-22', '12%', 'TRUE', "'007", '+49 30 1234', '42', '', 'très bien'];

function plainText(_header: string, random: () => number): string {
  return WORDS[Math.floor(random() * WORDS.length)] ?? '';
}
