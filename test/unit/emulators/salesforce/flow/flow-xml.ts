import type { FlowFile } from '../../../../../emulators/salesforce/flow/index.ts';

export interface FlowParts {
  name?: string;
  status?: string;
  order?: number;
  object?: string;
  on?: 'Create' | 'Update' | 'CreateAndUpdate' | 'Delete';
  when?: 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete';
  /** The first element. */
  first?: string;
  /** More of the start: filters, scheduled paths. */
  start?: string;
  /** Elements and resources. */
  body?: string;
}

/** A flow of requests that runs after they are created or updated, unless told otherwise. */
export function flow(parts: FlowParts): FlowFile {
  const { name = 'Test_Flow', status = 'Active', object = 'Request__c', on = 'CreateAndUpdate' } = parts;
  const { when = 'RecordAfterSave', first, order, start = '', body = '' } = parts;
  const trigger = `<object>${object}</object><recordTriggerType>${on}</recordTriggerType><triggerType>${when}</triggerType>`;
  return file(name, status, `${goTo(first)}${start}${trigger}`, body, order);
}

/** A flow that others call. */
export function autolaunched({ name, status = 'Active', first, body = '' }: FlowParts & { name: string }): FlowFile {
  return file(name, status, goTo(first), body);
}

function file(name: string, status: string, start: string, body: string, order?: number): FlowFile {
  const triggerOrder = order === undefined ? '' : `<triggerOrder>${order}</triggerOrder>`;
  return {
    name,
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>66.0</apiVersion><label>${name.replaceAll('_', ' ')}</label>
  <processType>AutoLaunchedFlow</processType><status>${status}</status>${triggerOrder}
  <start><locationX>0</locationX><locationY>0</locationY>${start}</start>
  ${body}
</Flow>`,
  };
}

/** The element that comes next; nothing when the path ends. */
export function goTo(target: string | undefined, kind = 'connector'): string {
  return target === undefined ? '' : `<${kind}><targetReference>${target}</targetReference></${kind}>`;
}

/** `'text'`, `5`, `true`, or `=Reference`; null is no value. */
export type Given = string | number | boolean | null;

export function value(given: Given, tag = 'value'): string {
  if (given === null) return '';
  if (typeof given === 'number') return `<${tag}><numberValue>${given}</numberValue></${tag}>`;
  if (typeof given === 'boolean') return `<${tag}><booleanValue>${String(given)}</booleanValue></${tag}>`;
  if (given.startsWith('=')) return `<${tag}><elementReference>${given.slice(1)}</elementReference></${tag}>`;
  return `<${tag}><stringValue>${given}</stringValue></${tag}>`;
}

/** `<assignments>` of `[target, operator, value]`. */
export function assign(name: string, items: [string, string, Given][], next?: string): string {
  const inner = items.map(
    ([target, operator, given]) =>
      `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value(given)}</assignmentItems>`,
  );
  return `<assignments><name>${name}</name>${inner.join('')}${goTo(next)}</assignments>`;
}

/** A decision with one outcome, which is named `<name>_Yes`. */
export function decide(
  name: string,
  conditions: [string, string, Given][],
  paths: { yes?: string; no?: string; logic?: string; rule?: string },
): string {
  const inner = conditions.map(
    ([left, operator, right]) =>
      `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${value(right, 'rightValue')}</conditions>`,
  );
  return `<decisions><name>${name}</name>${goTo(paths.no, 'defaultConnector')}
    <rules><name>${name}_Yes</name><conditionLogic>${paths.logic ?? 'and'}</conditionLogic>${inner.join('')}
    ${goTo(paths.yes)}${paths.rule ?? ''}<label>Yes</label></rules></decisions>`;
}

export function filters(conditions: [string, string, Given][], logic = 'and'): string {
  const inner = conditions.map(
    ([field, operator, given]) =>
      `<filters><field>${field}</field><operator>${operator}</operator>${value(given)}</filters>`,
  );
  return `<filterLogic>${logic}</filterLogic>${inner.join('')}`;
}

export function variable(name: string, dataType: string, more = ''): string {
  return `<variables><name>${name}</name><dataType>${dataType}</dataType>${more}</variables>`;
}

export const COLLECTION = '<isCollection>true</isCollection>';

/** `<inputAssignments>` of fields. */
export function fields(values: Record<string, Given>): string {
  return Object.entries(values)
    .map(([name, given]) => `<inputAssignments><field>${name}</field>${value(given)}</inputAssignments>`)
    .join('');
}
