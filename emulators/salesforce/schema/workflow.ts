import { z } from 'zod';
import { inert, xmlList } from './metadata-file.ts';

const elsewhere = z.never('is not supported: a flow does this').optional();

/** E-mail alerts are for flows to send; what would act on records by itself is refused. */
export const Workflow = z.strictObject({
  alerts: xmlList(z.unknown()),
  ...inert('fullName'),
  fieldUpdates: elsewhere,
  flowActions: elsewhere,
  flowAutomation: elsewhere,
  knowledgePublishes: elsewhere,
  outboundMessages: elsewhere,
  rules: elsewhere,
  send: elsewhere,
  tasks: elsewhere,
});
