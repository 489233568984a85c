import { z } from 'zod';
import { inert, readComponent, xmlList, type MetadataFile } from './metadata-file.ts';

const elsewhere = z.never('is not supported: a flow does this').optional();

/** E-mail alerts are kept, for flows to name; what would act on records by itself is refused. */
const Workflow = z.strictObject({
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

/** Throws DeployError for a workflow with anything but e-mail alerts. */
export function checkWorkflow(file: MetadataFile): void {
  readComponent(file, 'Workflow', Workflow);
}
