import type { DataParts, Writing } from '../data/index.ts';
import type { StoredRecord, StoredValue } from '../entities.ts';
import { DeployError, type EmailAlert } from '../schema/index.ts';

/** An alert whose merge fields have been found. */
export interface CompiledAlert {
  source: EmailAlert;
  subject: (record: StoredRecord, writing: Writing) => string;
  body: (record: StoredRecord, writing: Writing) => string;
}

const MERGE = /\{!([^{}]*)\}/g;

/** Makes alerts ready to be sent, by name in lower case. Throws DeployError for a merge field that means nothing. */
export function compileEmailAlerts(data: DataParts, alerts: readonly EmailAlert[]): Map<string, CompiledAlert> {
  return new Map(
    alerts.map((source) => [
      source.name.toLowerCase(),
      { source, subject: compileText(data, source, source.subject), body: compileText(data, source, source.body) },
    ]),
  );
}

/** Text with merge fields, `{!Project__c.Name}` or `{!$User.Email}`. What is blank is left out. */
function compileText({ schema, formulas }: DataParts, alert: EmailAlert, text: string): CompiledAlert['body'] {
  const object = schema.findObject(alert.object);
  if (object === undefined) throw new DeployError(alert.place, `no CustomObject named ${alert.object} found`);
  const missing = alert.recipients.find(({ field }) => field !== undefined && !object.fields.has(field))?.field;
  if (missing !== undefined) {
    throw new DeployError(alert.place, `In field: field - no CustomField named ${alert.object}.${missing} found`);
  }
  const paths = formulas.pathsOf(object);
  const stepsOf = (path: string): string[] => {
    const [first = '', ...rest] = path.trim().split('.');
    return first.startsWith('$') ? [first, ...rest] : rest;
  };
  for (const [, path = ''] of text.matchAll(MERGE)) {
    const isOwn = path.trim().toLowerCase().startsWith(`${alert.object.toLowerCase()}.`) || path.trim().startsWith('$');
    if (!isOwn || paths.typeOf(stepsOf(path)) === undefined) {
      throw new DeployError(alert.place, `the merge field {!${path}} of ${alert.name} does not exist`);
    }
  }
  return (record, writing) =>
    text.replaceAll(MERGE, (_whole, path: string) => {
      const steps = stepsOf(path);
      const value = paths.valueOf(steps, record, writing);
      const { type, picklist } = paths.find(steps)?.field ?? {};
      if (type === 'boolean') return value === 1 ? 'true' : 'false';
      return picklist?.values.find((one) => one.value === value)?.label ?? toText(value);
    });
}

function toText(value: StoredValue): string {
  return value === null ? '' : String(value);
}
