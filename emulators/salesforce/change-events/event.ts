/** What happened to records, as the header of a change event says it. */
export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';

/**
 * The header of a change event as CometD clients get it.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm
 */
export interface ChangeEventHeader {
  commitNumber: number;
  commitUser: string;
  /** From 1, within the transaction. */
  sequenceNumber: number;
  entityName: string;
  changeType: ChangeType;
  /** Of an update: fields, and parts of fields as `BillingAddress.City`. */
  changedFields: string[];
  /** `com/salesforce/api/rest/66.0;client=groundwork`; empty for what the org does by itself. */
  changeOrigin: string;
  transactionKey: string;
  /** Milliseconds. */
  commitTimestamp: number;
  recordIds: string[];
}

/** Values of fields by name; a compound field holds its parts. */
export type ChangedValues = Record<string, unknown>;

/** A change event as it is kept. */
export interface ChangeEvent {
  /** Ascending, with gaps. */
  replayId: number;
  header: ChangeEventHeader;
  values: ChangedValues;
}
