export { createAccess } from './create-access.ts';
export { UserDirectory } from './user-directory.ts';
