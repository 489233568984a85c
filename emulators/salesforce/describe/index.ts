export { describeGlobal } from './global.ts';
export { describeObject, summaryOf } from './object.ts';
export { isIdLookup } from './id-lookup.ts';
export { nameFieldOf } from './name-field.ts';
export { controllingValues } from './valid-for.ts';
export { MASTER_RECORD_TYPE, recordTypesOf } from './record-types.ts';
export { isPrefilterable } from './field.ts';
export { compoundFieldOf, isOfPeople } from './compound.ts';
