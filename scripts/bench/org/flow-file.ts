import { component, type ComponentFiles } from './component-files.ts';

interface RecordFlow {
  name: string;
  object: string;
  when: 'RecordBeforeSave' | 'RecordAfterSave';
  /** Field and text: the flow runs for records that have it. */
  filter: [field: string, value: string];
  /** The element with which the flow begins, and all that it is made of. */
  first: string;
  elements: string;
}

/** A flow that runs when a record of the object is created. */
export function flowFile({ name, object, when, filter, first, elements }: RecordFlow): ComponentFiles {
  const [field, value] = filter;
  const start = `<start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>${first}</targetReference></connector><filterLogic>and</filterLogic><filters><field>${field}</field><operator>EqualTo</operator>${text(value)}</filters><object>${object}</object><recordTriggerType>Create</recordTriggerType><triggerType>${when}</triggerType></start>`;
  const flow = `<apiVersion>66.0</apiVersion><label>${name.replaceAll('_', ' ')}</label><processType>AutoLaunchedFlow</processType><status>Active</status>${start}${elements}`;
  return { [`flows/${name}.flow-meta.xml`]: component('Flow', flow) };
}

/** An element that gives the new record's own field a text. */
export function assignField(element: string, field: string, value: string): string {
  return `<assignments><name>${element}</name><assignmentItems><assignToReference>$Record.${field}</assignToReference><operator>Assign</operator>${text(value)}</assignmentItems></assignments>`;
}

/** An element that creates a record of an object; values are texts, or `=` and a reference. */
export function createRecord(element: string, object: string, values: Record<string, string>): string {
  const inputs = Object.entries(values).map(
    ([field, value]) => `<inputAssignments><field>${field}</field>${text(value)}</inputAssignments>`,
  );
  return `<recordCreates><name>${element}</name>${inputs.join('')}<object>${object}</object></recordCreates>`;
}

function text(value: string): string {
  return value.startsWith('=')
    ? `<value><elementReference>${value.slice(1)}</elementReference></value>`
    : `<value><stringValue>${value}</stringValue></value>`;
}
