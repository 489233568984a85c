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

export const StartSource = z.strictObject({
  ...CHOICE,
  connector: Connector.optional(),
  doesRequireRecordChangedToMeetCriteria: xmlBoolean.default(false),
  filterFormula: z.string().optional(),
  object: z.string().optional(),
  recordTriggerType: z.enum(['Create', 'Update', 'CreateAndUpdate', 'Delete']).optional(),
  scheduledPaths: xmlList(ScheduledPathSource),
  triggerType: z.enum(['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete', 'None']).optional(),
  ...inert('name', 'label', 'description', 'locationX', 'locationY', 'processMetadataValues'),
});
export type StartSource = z.output<typeof StartSource>;
