import type { Field, FieldType, PicklistValue } from '../../entities.ts';

/**
 * How a standard field differs from an optional one that everybody with access may write.
 *
 * `defaulted`: never blank because the platform fills it in; `system`: `readOnly` and kept by the platform itself.
 */
export type Trait = 'required' | 'defaulted' | 'readOnly' | 'createOnly' | 'updateOnly' | 'system' | 'always';

/** A picklist value, with its label when that differs. */
export type Choice = string | readonly [value: string, label: string];

/** A field that is optional, writable and under field-level security, but for what is given. */
export function createField(facts: Pick<Field, 'name' | 'label' | 'type'> & Partial<Field>): Field {
  return {
    length: 0,
    precision: 0,
    scale: 0,
    custom: false,
    nillable: true,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    alwaysVisible: false,
    calculated: false,
    ...facts,
  };
}

function standard(name: string, label: string, type: FieldType, traits: Trait[], facts: Partial<Field> = {}): Field {
  const has = (trait: Trait): boolean => traits.includes(trait);
  const readOnly = has('readOnly') || has('system');
  return createField({
    name,
    label,
    type,
    nillable: !has('required') && !has('defaulted'),
    required: has('required'),
    createable: !readOnly && !has('updateOnly'),
    updateable: !readOnly && !has('createOnly'),
    alwaysVisible: has('required') || has('system') || has('always'),
    ...facts,
  });
}

/** A field with facts of its own. */
export function but(field: Field, facts: Partial<Field>): Field {
  return { ...field, ...facts };
}

/** A field of which describe tells what does not follow from its kind. */
export function told(field: Field, describedAs: Readonly<Record<string, unknown>>): Field {
  return { ...field, describedAs };
}

export function text(name: string, label: string, length: number, ...traits: Trait[]): Field {
  return standard(name, label, 'string', traits, { length });
}

export function textArea(name: string, label: string, length: number, ...traits: Trait[]): Field {
  return standard(name, label, 'textarea', traits, { length });
}

export function email(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'email', traits, { length: 80 });
}

export function phone(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'phone', traits, { length: 40 });
}

export function url(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'url', traits, { length: 255 });
}

export function checkbox(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'boolean', ['defaulted', ...traits], { defaultFormula: 'false' });
}

export function integer(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'int', traits, { precision: 8 });
}

export function decimal(name: string, label: string, precision: number, scale: number, ...traits: Trait[]): Field {
  return standard(name, label, 'double', traits, { precision, scale });
}

export function currency(name: string, label: string, precision: number, scale: number, ...traits: Trait[]): Field {
  return standard(name, label, 'currency', traits, { precision, scale });
}

export function percent(name: string, label: string, precision: number, scale: number, ...traits: Trait[]): Field {
  return standard(name, label, 'percent', traits, { precision, scale });
}

export function date(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'date', traits);
}

export function dateTime(name: string, label: string, ...traits: Trait[]): Field {
  return standard(name, label, 'datetime', traits);
}

export function address(name: string, label: string): Field {
  return standard(name, label, 'address', ['readOnly']);
}

/** A picklist that takes other values too, unless `restricted`. */
export function picklist(
  name: string,
  label: string,
  length: number,
  choices: readonly Choice[],
  options: { default?: string; restricted?: boolean } = {},
  ...traits: Trait[]
): Field {
  return standard(name, label, 'picklist', traits, {
    length,
    picklist: {
      values: choices.map((choice) => toPicklistValue(choice, options.default)),
      restricted: options.restricted === true,
    },
  });
}

/** A text for which values are suggested. */
export function combobox(
  name: string,
  label: string,
  length: number,
  choices: readonly string[],
  ...traits: Trait[]
): Field {
  const values = choices.map((choice) => toPicklistValue(choice, undefined));
  return standard(name, label, 'combobox', traits, { length, picklist: { values, restricted: false } });
}

function toPicklistValue(choice: Choice, defaultValue: string | undefined): PicklistValue {
  const [value, label] = typeof choice === 'string' ? [choice, choice] : choice;
  return { value, label, active: true, isDefault: value === defaultValue };
}

interface Relationship {
  /** Way up, `Account`; null when there is none. */
  up: string | null;
  /** Way down from the parent, `Contacts`. */
  down?: string;
  onDelete?: 'SetNull' | 'Restrict' | 'Cascade';
}

export function lookup(
  name: string,
  label: string,
  to: string[],
  relationship: Relationship,
  ...traits: Trait[]
): Field {
  return standard(name, label, 'reference', traits, {
    length: 18,
    reference: {
      to,
      relationshipName: relationship.up,
      childRelationshipName: relationship.down ?? null,
      kind: 'lookup',
      onDelete: relationship.onDelete ?? 'SetNull',
    },
  });
}
