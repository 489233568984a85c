export { createAccess, systemAccess } from './create-access.ts';
export { membersSql } from './membership.ts';
export { type CompiledSharingRule, type RecordVerb } from './record-access.ts';
export { UserDirectory } from './user-directory.ts';
