import { z } from 'zod';
import { CHOICE, Connector } from './parts.ts';
import { inert, xmlBoolean, xmlList, xmlNumber } from '../../xml.ts';

export const ScheduledPathSource = z.strictObject({
  name: z.string().optional(),
  connector: Connector.optional(),
  maxBatchSize: xmlNumber.default(200),
  offsetNumber: xmlNumber.default(0),
  offsetUnit: z.enum(['Minutes', 'Hours', 'Days', 'Weeks', 'Months']).default('Minutes'),
  pathType: z.enum(['AsyncAfterCommit']).optional(),
  recordField: z.string().optional(),
  timeSource: z.enum(['RecordTriggerEvent', 'RecordField']).optional(),
  ...inert('label', 'description', 'processMetadataValues'),
});
export type ScheduledPathSource = z.output<typeof ScheduledPathSource>;

/** Of a flow that runs by the clock, in the org's time zone. */
export const ScheduleSource = z.strictObject({
  frequency: z.enum(['Once', 'Daily', 'Weekly']),
  startDate: z.iso.date(),
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z?$/, 'expected a time such as 09:00:00.000Z'),
});
export type ScheduleSource = z.output<typeof ScheduleSource>;

export const StartSource = z.strictObject({
  ...CHOICE,
  connector: Connector.optional(),
  doesRequireRecordChangedToMeetCriteria: xmlBoolean.default(false),
  filterFormula: z.string().optional(),
  object: z.string().optional(),
  recordTriggerType: z.enum(['Create', 'Update', 'CreateAndUpdate', 'Delete']).optional(),
  schedule: ScheduleSource.optional(),
  scheduledPaths: xmlList(ScheduledPathSource),
  triggerType: z.enum(['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete', 'Scheduled', 'None']).optional(),
  ...inert('name', 'label', 'description', 'locationX', 'locationY', 'processMetadataValues'),
});
export type StartSource = z.output<typeof StartSource>;
