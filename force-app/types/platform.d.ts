/** What the platform hands to Lightning web components, as far as ours use it. Nobody publishes these types. */

/** A reference made by an import of `@salesforce/schema/…`; `fieldApiName` only for a field. */
interface FieldId {
  readonly objectApiName: string;
  readonly fieldApiName: string;
}

/** What a wired property holds: nothing yet, an answer, or an error. */
interface WireResult<Data> {
  readonly data?: Data;
  readonly error?: LdsError;
}

/** A message of the UI API. https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html */
interface LdsMessage {
  readonly message: string;
  readonly errorCode?: string;
}

/** What is wrong with a record that was to be saved. */
interface LdsOutput {
  readonly errors?: readonly LdsMessage[];
  readonly fieldErrors?: Readonly<Record<string, readonly LdsMessage[]>>;
}

/** An error of Lightning Data Service (a FetchResponse), or any other that was thrown. */
interface LdsError {
  readonly status?: number;
  readonly statusText?: string;
  readonly message?: string;
  readonly body?: { readonly message?: string; readonly output?: LdsOutput } | LdsMessage[];
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
interface RecordRepresentation {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldValue | undefined>>;
  readonly lastModifiedDate: string;
}

interface FieldValue {
  readonly displayValue: string | null;
  readonly value: string | number | boolean | RecordRepresentation | null;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm */
interface ObjectInfo {
  readonly apiName: string;
  readonly createable: boolean;
  readonly deletable?: boolean;
  readonly updateable: boolean;
  readonly defaultRecordTypeId: string;
  readonly fields: Readonly<Record<string, FieldInfo | undefined>>;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_batch_results.htm */
interface ObjectInfos {
  readonly results: readonly { readonly statusCode: number; readonly result: ObjectInfo }[];
}

interface FieldInfo {
  readonly label: string;
  readonly inlineHelpText: string | null;
  readonly dataType: string;
  readonly length: number;
  /** Decimal places of a number. */
  readonly scale?: number;
  /** The objects that a lookup leads to. */
  readonly referenceToInfos?: readonly { readonly apiName: string }[];
  /** What the looked-up record is called in paths, as `Owner`. */
  readonly relationshipName?: string | null;
  readonly createable: boolean;
  readonly updateable: boolean;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values_collection.htm */
interface PicklistValuesByRecordType {
  readonly picklistFieldValues: Readonly<Record<string, PicklistValues | undefined>>;
}

interface PicklistValues {
  readonly defaultValue: PicklistValue | null;
  readonly values: readonly PicklistValue[];
}

interface PicklistValue {
  readonly label: string;
  readonly value: string;
}

/** What the base components for input have in common. */
interface InputElement extends HTMLElement {
  value: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}
