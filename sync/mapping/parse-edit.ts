import type { DescribedField, FieldCatalogue, Labels, Person } from '../salesforce/index.ts';
import type { BacklogEntry } from './backlog-entry.ts';
import type { CellValue } from './cell.ts';
import { EDITABLE, headerOf, type EditableColumn, type EditTarget } from './columns.ts';
import { toIsoDate, toSerial } from './date-serial.ts';

/** What somebody typed, as a value for one field of one record; or why it cannot be one. */
export type Edit = { target: EditTarget; id: string; value: string | number | null } | { refusal: string };

/** What an edit is read with. */
export interface EditFacts {
  labels: Labels;
  fields: FieldCatalogue;
  /** Active users who have one of the names or e-mail addresses that were typed. */
  people: readonly Person[];
}

/** Whether what is typed into a column names a user. */
export function namesPeople(column: EditableColumn, fields: FieldCatalogue): boolean {
  const { object, field } = EDITABLE[column];
  return fields.find(object, field)?.type === 'reference';
}

/**
 * Reads what was typed into an editable cell of a request. One value of a wrong type would have Salesforce refuse a whole
 * call, so types are checked here; what Salesforce can judge record by record is passed on to it as typed.
 */
export function parseEdit(column: EditableColumn, typed: CellValue, entry: BacklogEntry, facts: EditFacts): Edit {
  const target = EDITABLE[column];
  const field = facts.fields.find(target.object, target.field);
  const refuse = (why: string): Edit => ({ refusal: `${headerOf(column)}: ${why}` });
  if (field?.updateable !== true) return refuse('the service may not change this field in Salesforce.');
  const id = target.object === 'Triage_Review__c' ? entry.review?.id : entry.id;
  if (id === undefined) return refuse('the request has no triage review yet.');
  const text = typed === null ? '' : String(typed).trim();
  const parsed = text === '' ? { value: null } : parseText(text, typed, field, facts);
  return 'value' in parsed ? { target, id, value: parsed.value } : refuse(parsed.why);
}

type Parsed = { value: string | number | null } | { why: string };

function parseText(text: string, typed: CellValue, field: DescribedField, { labels, people }: EditFacts): Parsed {
  switch (field.type) {
    case 'double':
    case 'int':
    case 'currency':
    case 'percent':
      return parseNumber(text, field);
    case 'date':
      return parseDate(text, typed);
    case 'reference':
      return parsePerson(text, people);
    case 'picklist':
      return { value: labels.toValue(field.name, text) ?? text };
    default:
      return { value: typeof typed === 'string' ? typed : text };
  }
}

function parseNumber(text: string, { scale, precision }: DescribedField): Parsed {
  const kind = scale === 0 ? 'a whole number' : `a number with at most ${scale} decimal place${scale === 1 ? '' : 's'}`;
  const [, digits, decimals = ''] = /^[+-]?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (digits === undefined || decimals.length > scale) return { why: `"${text}" is not ${kind}.` };
  const most = precision - scale;
  return digits.replace(/^0+/, '').length > most && precision > 0
    ? { why: `${text} has more than ${most} digit${most === 1 ? '' : 's'}.` }
    : { value: Number(text) };
}

/** Sheets answers a date as its serial number; a text that it took for none may still be an ISO date. */
function parseDate(text: string, typed: CellValue): Parsed {
  const serial = typeof typed === 'number' ? typed : /^\d{4}-\d{2}-\d{2}$/.test(text) ? toSerial(text) : null;
  const date = serial === null ? undefined : toIsoDate(serial);
  // Of a day that is none, such as the 30th of February, another comes out.
  return date !== undefined && (typeof typed === 'number' || date === text)
    ? { value: date }
    : { why: `"${text}" is not a date such as 2027-03-31.` };
}

function parsePerson(text: string, people: readonly Person[]): Parsed {
  const wanted = text.toLowerCase();
  const byEmail = people.filter(({ Email }) => Email?.toLowerCase() === wanted);
  const found = byEmail.length > 0 ? byEmail : people.filter(({ Name }) => Name.toLowerCase() === wanted);
  const [person] = found;
  if (person === undefined) return { why: `"${text}" is no active user’s name or e-mail address.` };
  if (found.length > 1) return { why: `${found.length} active users are called "${text}"; type the e-mail address.` };
  return { value: person.Id };
}
