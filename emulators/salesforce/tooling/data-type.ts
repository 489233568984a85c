import type { Field } from '../entities.ts';

const ROLL_UPS = { count: 'COUNT', sum: 'SUM', min: 'MIN', max: 'MAX' };

/** What Setup shows as the type of a field: `Text(80)`, `Lookup(Account)`, `Formula (Checkbox)`. */
export function dataTypeOf(field: Field): string {
  if (field.summary !== undefined)
    return `Roll-Up Summary (${ROLL_UPS[field.summary.operation]} ${field.summary.child})`;
  if (field.formula !== undefined) return `Formula (${bareType(field)})`;
  if (field.autoNumberFormat !== undefined) return 'Auto Number';
  return `${bareType(field)}${sizeOf(field)}${marksOf(field)}`;
}

function bareType({ type, length, reference }: Field): string {
  switch (type) {
    case 'id':
    case 'reference':
      if (reference === undefined) return 'Lookup';
      if (reference.isHierarchy === true) return 'Hierarchy';
      return reference.kind === 'masterDetail' ? 'Master-Detail' : 'Lookup';
    case 'string':
    case 'anyType':
      return 'Text';
    case 'textarea':
      return length > 255 ? 'Long Text Area' : 'Text Area';
    case 'boolean':
      return 'Checkbox';
    case 'int':
    case 'double':
      return 'Number';
    case 'currency':
      return 'Currency';
    case 'percent':
      return 'Percent';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Date/Time';
    case 'time':
      return 'Time';
    case 'email':
      return 'Email';
    case 'phone':
      return 'Phone';
    case 'url':
      return 'URL';
    case 'combobox':
    case 'picklist':
      return 'Picklist';
    case 'multipicklist':
      return 'Picklist (Multi-Select)';
    case 'address':
      return 'Address';
    case 'location':
      return 'Geolocation';
  }
}

function sizeOf({ type, length, precision, scale, reference }: Field): string {
  if (reference !== undefined) return `(${reference.to.join(',')})`;
  if (['double', 'currency', 'percent'].includes(type)) return `(${precision - scale}, ${scale})`;
  if (type === 'int') return '(9, 0)';
  if (['string', 'url'].includes(type) || (type === 'textarea' && length > 255)) return `(${length})`;
  return '';
}

function marksOf({ externalId, unique, caseSensitive }: Field): string {
  const marks = [
    ...(externalId ? ['(External ID)'] : []),
    ...(unique ? [caseSensitive ? '(Unique Case Sensitive)' : '(Unique Case Insensitive)'] : []),
  ];
  return marks.map((mark) => ` ${mark}`).join('');
}
