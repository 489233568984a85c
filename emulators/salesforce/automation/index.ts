export { createAutomation, type OrgAutomation } from './create-automation.ts';
export { readSourceFlows, type SourceFlow } from './compile-source-flows.ts';
export { type PathScheduler } from './path-scheduler.ts';
export { type OutboxEntry, type Recipient } from './outbox-store.ts';
