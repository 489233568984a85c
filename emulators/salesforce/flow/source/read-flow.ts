import { z } from 'zod';
import { FlowError } from '../errors.ts';
import {
  ActionSource,
  AssignmentSource,
  CollectionProcessorSource,
  CreateSource,
  CustomErrorSource,
  DecisionSource,
  DeleteSource,
  LookupSource,
  LoopSource,
  SubflowSource,
  UpdateSource,
} from './elements.ts';
import { ConstantSource, FormulaSource, TextTemplateSource, VariableSource } from './resources.ts';
import { StartSource } from './start.ts';
import { inert, parseXml, xmlList, xmlNumber } from '../../xml.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm */
export const FlowSource = z.strictObject({
  label: z.string(),
  processType: z.literal('AutoLaunchedFlow'),
  status: z.enum(['Active', 'Draft', 'Obsolete', 'InvalidDraft']).default('Draft'),
  triggerOrder: xmlNumber.pipe(z.number().int().min(1).max(2000)).optional(),
  start: StartSource,
  variables: xmlList(VariableSource),
  constants: xmlList(ConstantSource),
  formulas: xmlList(FormulaSource),
  textTemplates: xmlList(TextTemplateSource),
  assignments: xmlList(AssignmentSource),
  decisions: xmlList(DecisionSource),
  loops: xmlList(LoopSource),
  recordLookups: xmlList(LookupSource),
  recordCreates: xmlList(CreateSource),
  recordUpdates: xmlList(UpdateSource),
  recordDeletes: xmlList(DeleteSource),
  subflows: xmlList(SubflowSource),
  customErrors: xmlList(CustomErrorSource),
  actionCalls: xmlList(ActionSource),
  runInMode: z.enum(['DefaultMode', 'SystemModeWithoutSharing'], 'is not supported yet').optional(),
  collectionProcessors: xmlList(CollectionProcessorSource),
  ...inert(
    'apiVersion',
    'areMetricsLoggedToDataCloud',
    'customProperties',
    'description',
    'environments',
    'fullName',
    'interviewLabel',
    'isAdditionalPermissionRequiredToRun',
    'migratedFromWorkflowRuleName',
    'processMetadataValues',
    'sourceTemplate',
  ),
});
export type FlowSource = z.output<typeof FlowSource>;

/** One `.flow-meta.xml`: the API name that its file has, and its text. */
export interface FlowFile {
  name: string;
  xml: string;
}

/** What was read in it. */
export interface ReadFlow {
  name: string;
  source: FlowSource;
}

/** Throws FlowError, which names what is not run. */
export function readFlow({ name, xml }: FlowFile): ReadFlow {
  return { name, source: readSource(name, xml) };
}

function readSource(component: string, xml: string): FlowSource {
  const flow = parse(component, xml)['Flow'];
  if (flow === undefined) throw new FlowError(component, undefined, 'expected <Flow>');
  const parsed = FlowSource.safeParse(flow);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  throw new FlowError(component, nameAt(flow, issue.path), tell(issue), { cause: parsed.error });
}

function parse(component: string, xml: string): Record<string, unknown> {
  try {
    return parseXml(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FlowError(component, undefined, `not well-formed XML: ${reason}`, { cause: error });
  }
}

function tell(issue: z.core.$ZodIssue): string {
  const place = issue.path.filter((step) => typeof step === 'string').join('.');
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => (place === '' ? key : `${place}.${key}`)).join(', ')} is not supported`;
  }
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** The name of the innermost element on the way to the issue that has one. */
function nameAt(flow: unknown, path: PropertyKey[]): string | undefined {
  let current = flow;
  let name: string | undefined;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return name;
    // A single element is not a list yet.
    if (typeof step === 'number' && !Array.isArray(current)) continue;
    current = (current as Record<PropertyKey, unknown>)[step];
    const found: unknown = typeof current === 'object' && current !== null && 'name' in current && current.name;
    if (typeof found === 'string') name = found;
  }
  return name;
}
