export interface RecordInput {
  apiName?: string;
  fields: Record<string, unknown>;
}

export function generateRecordInputForCreate(record: unknown, objectInfo?: unknown): RecordInput;
export function generateRecordInputForUpdate(record: unknown, objectInfo?: unknown): RecordInput;
export function createRecordInputFilteredByEditedFields(input: RecordInput, originalRecord: unknown): RecordInput;
