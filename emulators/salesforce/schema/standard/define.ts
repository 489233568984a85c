import type { Field, SObjectType } from '../../entities.ts';

interface Names {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
}

/** Makes the maker of a standard object: each org gets a copy of its own, to which deployed fields are added. */
export function defineStandardObject(names: Names, fields: Field[]): () => SObjectType {
  return () => ({
    ...names,
    custom: false,
    fields: new Map(structuredClone(fields).map((field) => [field.name, field])),
    validationRules: [],
    recordTypes: [],
    sharingModel: 'ReadWrite',
  });
}
