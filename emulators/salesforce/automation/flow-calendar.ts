import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CompiledFlow, FlowSchedule } from '../flow/index.ts';
import { lazily } from '../lazily.ts';

const DAY = 24 * 60 * 60 * 1000;
const PERIODS = { Once: Infinity, Daily: DAY, Weekly: 7 * DAY };

/** When the scheduled flows of the org run next, kept with the records. */
export class FlowCalendar {
  readonly #flows: () => Map<string, CompiledFlow & { schedule: FlowSchedule }>;
  readonly #put: StatementSync;
  readonly #drop: StatementSync;
  readonly #all: StatementSync;

  constructor(database: DatabaseSync, flows: () => readonly CompiledFlow[]) {
    database.exec('CREATE TABLE IF NOT EXISTS _flow_schedule (flow TEXT PRIMARY KEY, schedule TEXT NOT NULL, at TEXT)');
    this.#put = database.prepare('INSERT OR REPLACE INTO _flow_schedule (flow, schedule, at) VALUES (?, ?, ?)');
    this.#drop = database.prepare('DELETE FROM _flow_schedule WHERE flow = ?');
    this.#all = database.prepare('SELECT flow, schedule, at FROM _flow_schedule ORDER BY at, flow');
    this.#flows = lazily(
      () =>
        new Map(
          flows().flatMap(({ schedule, ...flow }) =>
            schedule !== undefined && flow.isActive ? [[flow.name, { ...flow, schedule }]] : [],
          ),
        ),
    );
  }

  /** Plans flows that are new or have another schedule, from now on, and forgets those that are gone. */
  update(now: Date): void {
    const known = new Map(this.#all.all().map(({ flow, schedule }) => [String(flow), String(schedule)]));
    for (const name of known.keys()) if (!this.#flows().has(name)) this.#drop.run(name);
    for (const { name, schedule } of this.#flows().values()) {
      if (known.get(name) !== describe(schedule)) this.#plan(name, schedule, new Date(now.getTime() - 1));
    }
  }

  /** When the next one is due. */
  get nextAt(): Date | undefined {
    const at = this.#all.all().find((row) => row['at'] !== null)?.['at'];
    return typeof at === 'string' ? new Date(at) : undefined;
  }

  /** Takes out the flows whose time has come, the earliest first, and plans their next time after now. */
  takeDue(now: Date): CompiledFlow[] {
    const due = this.#all.all().filter(({ at }) => typeof at === 'string' && new Date(at) <= now);
    return due.flatMap(({ flow: name }) => {
      const flow = this.#flows().get(String(name));
      if (flow === undefined) return [];
      this.#plan(flow.name, flow.schedule, now);
      return [flow];
    });
  }

  /** Plans all of them anew. */
  restart(now: Date): void {
    for (const { name, schedule } of this.#flows().values()) this.#plan(name, schedule, new Date(now.getTime() - 1));
  }

  #plan(name: string, schedule: FlowSchedule, after: Date): void {
    this.#put.run(name, describe(schedule), nextTime(schedule, after)?.toISOString() ?? null);
  }
}

function describe({ startsAt, frequency }: FlowSchedule): string {
  return `${frequency} from ${startsAt.toISOString()}`;
}

function nextTime({ startsAt, frequency }: FlowSchedule, after: Date): Date | undefined {
  if (startsAt > after) return startsAt;
  const period = PERIODS[frequency];
  if (period === Infinity) return undefined;
  const passed = Math.floor((after.getTime() - startsAt.getTime()) / period) + 1;
  return new Date(startsAt.getTime() + passed * period);
}
