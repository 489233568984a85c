import type { Field, SharingModel, SObjectType } from '../../entities.ts';

interface Names {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  /** That of a new org; `ReadWrite` when absent. */
  sharingModel?: SharingModel;
}

/** Makes the maker of a standard object: each org gets a copy of its own, to which deployed fields are added. */
export function defineStandardObject(names: Names, fields: Field[]): () => SObjectType {
  return () => ({
    sharingModel: 'ReadWrite',
    ...names,
    custom: false,
    fields: new Map(structuredClone(fields).map((field) => [field.name, field])),
    validationRules: [],
    recordTypes: [],
  });
}
