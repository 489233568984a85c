declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export const getRecord: WireAdapterConstructor;
  export function getFieldValue(
    record: RecordRepresentation | undefined,
    field: FieldId,
  ): FieldValue['value'] | undefined;
  export function getFieldDisplayValue(
    record: RecordRepresentation | undefined,
    field: FieldId,
  ): string | null | undefined;
  export function createRecord(input: {
    apiName: string;
    fields: Record<string, unknown>;
  }): Promise<RecordRepresentation>;
  /**
   * `fields` holds the Id of the record. A record that was changed after `ifUnmodifiedSince`, its lastModifiedDate, is
   * refused as a conflict.
   */
  export function updateRecord(
    input: { fields: Record<string, unknown> },
    options?: { ifUnmodifiedSince?: string | undefined },
  ): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  /** Says that records have changed elsewhere, so that whoever shows them asks again. */
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export const getObjectInfo: WireAdapterConstructor;
  export const getObjectInfos: WireAdapterConstructor;
  export const getPicklistValuesByRecordType: WireAdapterConstructor;
}

declare module 'lightning/uiRelatedListApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export const getRelatedListRecords: WireAdapterConstructor;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      title: string;
      message?: string;
      variant?: 'info' | 'success' | 'warning' | 'error';
      mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  interface PageReference {
    type: string;
    attributes: Record<string, string>;
  }
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  interface Navigation {
    [Navigate](page: PageReference): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }
  export const NavigationMixin: {
    <Element extends LightningElement>(base: new () => Element): new () => Element & Navigation;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}

declare module 'lightning/uiListsApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export const getListInfoByName: WireAdapterConstructor;
  export const getListRecordsByName: WireAdapterConstructor;
}
