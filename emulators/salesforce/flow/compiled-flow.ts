import type { SObjectType } from '../entities.ts';
import type { Test } from './conditions/index.ts';
import type { CalledFlow, Next, Program } from './elements/index.ts';
import type { Interview } from './interview.ts';
import type { RecordFilter } from './ports.ts';
import type { TriggerType } from './resources/index.ts';

/** A flow that was found to be sound. */
export interface CompiledFlow {
  /** API name. */
  readonly name: string;
  readonly label: string;
  /** Only these run; a flow that is not can still be called by none. */
  readonly isActive: boolean;
  /** 1 to 2000; those without one run after 1000. */
  readonly triggerOrder: number | undefined;
  readonly triggerType: TriggerType;
  /** Absent in a flow that no record triggers. */
  readonly start: RecordStart | undefined;
  /** Present in a flow that runs by the clock. */
  readonly schedule: FlowSchedule | undefined;
  readonly program: Program;
  readonly paths: readonly TimedPath[];
  readonly called: CalledFlow;
}

/** Which changes of which records start a flow. */
export interface RecordStart {
  readonly object: SObjectType;
  readonly onCreate: boolean;
  readonly onUpdate: boolean;
  readonly onDelete: boolean;
  readonly criteria: Test;
  /** An update starts it only when the record did not meet the criteria before. */
  readonly mustNewlyMeet: boolean;
}

/** When a flow runs by itself. */
export interface FlowSchedule {
  readonly startsAt: Date;
  readonly frequency: 'Once' | 'Daily' | 'Weekly';
  /** The records for which it runs, one by one; a flow without them runs by itself. */
  readonly records: { object: SObjectType; choose(interview: Interview): RecordFilter | undefined } | undefined;
}

/** A part of a flow that runs later. */
export interface TimedPath {
  readonly name: string;
  readonly from: Next;
  /** Records at most in one run, 1 to 200. */
  readonly batchSize: number;
  /** Right after the commit, whatever the record has become. */
  readonly isAsync: boolean;
  /** Its time hangs on a field, and moves with it. */
  readonly followsField: boolean;
  /** The moment for this record, or null when the field is blank. */
  timeFor(interview: Interview): Date | null;
}
