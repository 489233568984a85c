import type { Field } from '../entities.ts';
import { invalidFilterOperator } from '../errors.ts';
import { fragment, joined, type Fragment } from './fragment.ts';
import type { Comparand } from './literals.ts';

/** What stands left of an operator. */
export interface Operand {
  sql: string;
  field: Field;
  /** Whether the answer shows it as the user's locale writes it. */
  isFormatted?: boolean;
}

const TEXTUAL = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox']);

/**
 * One comparison in SQL. Blank is a value in SOQL: `!=` and `NOT IN` find blank fields, which SQL would leave out.
 */
export function compare({ sql, field }: Operand, operator: string, comparands: Comparand[]): Fragment {
  switch (operator) {
    case '=':
    case 'IN':
      return joined(
        comparands.map((comparand) => equal(sql, comparand)),
        ' OR ',
      );
    case '!=':
    case '<>':
    case 'NOT IN':
      return joined(
        comparands.map((comparand) => different(sql, comparand)),
        ' AND ',
      );
    case '<':
    case '<=':
    case '>':
    case '>=':
      return joined(
        comparands.map((comparand) => ordered(sql, field, operator, comparand)),
        ' OR ',
      );
    case 'LIKE':
      if (!TEXTUAL.has(field.type)) throw invalidFilterOperator(`invalid operator on ${field.type} field`);
      return joined(
        comparands.map((comparand) => fragment(`${sql} LIKE ? ESCAPE '\\'`, valueOf(comparand))),
        ' OR ',
      );
    case 'INCLUDES':
    case 'EXCLUDES':
      return chosen({ sql, field }, operator, comparands);
    default:
      throw invalidFilterOperator(`invalid operator on ${field.type} field`);
  }
}

function equal(sql: string, comparand: Comparand): Fragment {
  if (comparand.kind === 'range') return fragment(`${sql} >= ? AND ${sql} < ?`, comparand.from, comparand.to);
  return comparand.value === null ? fragment(`${sql} IS NULL`) : fragment(`${sql} = ?`, comparand.value);
}

function different(sql: string, comparand: Comparand): Fragment {
  if (comparand.kind === 'range') {
    return fragment(`(${sql} IS NULL OR ${sql} < ? OR ${sql} >= ?)`, comparand.from, comparand.to);
  }
  return fragment(`${sql} IS NOT ?`, comparand.value);
}

function ordered(sql: string, field: Field, operator: string, comparand: Comparand): Fragment {
  if (field.type === 'boolean' || field.type === 'multipicklist') {
    throw invalidFilterOperator(`invalid operator on ${field.type} field`);
  }
  if (comparand.kind === 'value') return fragment(`${sql} ${operator} ?`, comparand.value);
  const edge = operator === '<' || operator === '>=' ? comparand.from : comparand.to;
  return fragment(`${sql} ${operator.startsWith('<') ? '<' : '>='} ?`, edge);
}

function chosen({ sql, field }: Operand, operator: string, comparands: Comparand[]): Fragment {
  if (field.type !== 'multipicklist') throw invalidFilterOperator(`invalid operator on ${field.type} field`);
  const anyOf = joined(
    comparands.map((comparand) => allOf(sql, String(valueOf(comparand)).split(';'))),
    ' OR ',
  );
  return operator === 'INCLUDES' ? anyOf : { sql: `NOT COALESCE(${anyOf.sql}, 0)`, values: anyOf.values };
}

function allOf(sql: string, values: string[]): Fragment {
  const each = values.map((one) =>
    fragment(`instr(';' || lower(${sql}) || ';', ?) > 0`, `;${one.trim().toLowerCase()};`),
  );
  const all = joined(each, ' AND ');
  return { sql: `(${all.sql})`, values: all.values };
}

function valueOf(comparand: Comparand): string | number | null {
  if (comparand.kind === 'range') throw invalidFilterOperator('a date literal cannot be compared so');
  return comparand.value;
}
