interface RecordTypeInfo {
  available: boolean;
  master: boolean;
  name: string;
  recordTypeId: string;
}

export function choosableTypes(info: { recordTypeInfos: Record<string, RecordTypeInfo> }): RecordTypeInfo[];
