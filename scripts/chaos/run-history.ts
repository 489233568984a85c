import { createRandom } from '../../emulators/core/index.ts';
import type { CycleRecord } from '../../sync/state/index.ts';
import type { Calls } from '../bench/calls.ts';
import type { History } from './history.ts';
import { judge } from './judge.ts';
import { makeChanceRepeatable } from './repeatable-chance.ts';
import { startServiceUnderTest, type Death, type ServiceUnderTest, type Side } from './service.ts';
import { watchPosts } from './slack-posts.ts';
import type { Advised, Stage } from './stage.ts';
import { STEPS } from './steps.ts';
import { createWatch } from './watch.ts';
import { VENDORS, type World } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const POLL_MS = 15 * SECOND;

/** Longer than anything waits: the closer look at the sheet, accounts of Vitally, what was refused. */
const CHECK_MS = 16 * MINUTE;
const HEALING_CYCLES = 4;
const QUIET_CYCLES = 2;
/** I1: after two quiet cycles the third writes nothing. */
const ENOUGH_QUIET_CYCLES = 3;

export interface Outcome {
  /** What happened, a line a step. */
  told: string[];
  /** What it broke; nothing when all is well. */
  problems: string[];
}

/** Lets a history happen, heals what it broke, and judges what is left. */
export async function runHistory(
  world: World,
  { seed, isRough, steps }: History,
  sides: readonly Side[],
  hear?: (line: string) => void,
): Promise<Outcome> {
  const restoreChance = makeChanceRepeatable(seed);
  await world.begin();
  const service = startServiceUnderTest(world, sides);
  const watch = createWatch(world, isRough);
  const posts = watchPosts(world);
  const advised = new Map<string, Advised>();
  const outcome: Outcome = { told: [], problems: [] };
  const { told, problems } = outcome;
  const tell = (line: string): void => {
    told.push(line);
    hear?.(line);
  };

  async function cycle({ death, alone = true }: { death?: Death; alone?: boolean } = {}): Promise<string> {
    world.clock.advance(POLL_MS);
    const done = await service.cycle(death);
    watch.afterService('in a cycle', alone);
    if (done === undefined) {
      service.restart();
      return `died as request ${death?.number ?? 0} was ${death?.moment ?? ''}`;
    }
    problems.push(...miscounts(done.record, done.seen));
    return tellCycle(done.record);
  }

  try {
    for (const [index, { name, seed: own }] of steps.entries()) {
      const chance = { random: createRandom(own), seed: own };
      const stage: Stage = { world, service, watch, sides, isRough, cycle, advised, ...chance };
      tell(`${index + 1} ${name}: ${await STEPS[name](stage)}`);
    }
    problems.push(...(await comeToRest(world, service, tell)));
    watch.afterService('while all came to rest');
    problems.push(...watch.losses());
    problems.push(...(await judge(world, { sides, isRough, advised, posts })));
  } catch (error) {
    problems.push(`seed ${seed}: ${error instanceof Error ? String(error.stack) : String(error)}`);
  } finally {
    posts.stop();
    watch.stop();
    service.close();
    world.end();
    restoreChance();
  }
  return outcome;
}

async function comeToRest(world: World, service: ServiceUnderTest, tell: (line: string) => void): Promise<string[]> {
  for (const vendor of VENDORS) world[vendor].faults.clear();
  const problems: string[] = [];
  let quiet = 0;
  for (let round = 1; round <= HEALING_CYCLES + QUIET_CYCLES && quiet < ENOUGH_QUIET_CYCLES; round += 1) {
    world.clock.advance(CHECK_MS);
    const done = await service.cycle();
    if (done === undefined) continue;
    const { record, seen } = done;
    problems.push(...miscounts(record, seen));
    tell(`rest ${round}: ${tellCycle(record)}`);
    const { cells, edits, refusals, messages, traits, failures } = record;
    const isQuiet =
      cells + edits + refusals + messages + traits + seen.sheetsWrites === 0 && Object.keys(failures).length === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    if (round > HEALING_CYCLES && !isQuiet) {
      problems.push(`I1: cycle ${round} after the last fault is not quiet: ${tellCycle(record)}`);
    }
  }
  return problems;
}

function miscounts({ calls }: CycleRecord, seen: Calls): string[] {
  const logged: Calls = { ...calls, sheetsReads: calls.sheetReads, sheetsWrites: calls.sheetWrites };
  const names = Object.keys(seen) as (keyof Calls)[];
  return names
    .filter((name) => logged[name] !== seen[name])
    .map((name) => `I6: the run log has ${logged[name]} ${name}, the emulators have ${seen[name]}`);
}

function tellCycle({ cells, edits, refusals, messages, traits, failures }: CycleRecord): string {
  return JSON.stringify({ cells, edits, refusals, messages, traits, failures });
}
