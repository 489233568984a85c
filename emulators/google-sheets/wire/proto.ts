import { invalidArgument, type FieldViolation } from '../errors.ts';

/**
 * How a JSON value becomes a protocol buffer field: the mapping Google's front end applies to every request.
 * https://protobuf.dev/programming-guides/json/
 */
export interface ProtoType<T> {
  /** The name that error messages give. */
  readonly name: string;
  /** The typed value, or undefined once a violation was recorded. */
  parse(value: unknown, at: string, violations: FieldViolation[]): T | undefined;
  /** The fields of a message, or of the messages in a list. */
  readonly fields?: Readonly<Record<string, ProtoType<unknown>>>;
}

export type Parsed<P> = P extends ProtoType<infer T> ? T : never;

/** A message: every field may be absent. */
export type Message<F> = { [K in keyof F]?: Parsed<F[K]> };

export const string = scalar('TYPE_STRING', (value) => (typeof value === 'string' ? value : undefined));
export const bool = scalar('TYPE_BOOL', toBoolean);
export const int32 = scalar('TYPE_INT32', (value) => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= 2 ** 31 ? number : undefined;
});
export const double = scalar('TYPE_DOUBLE', (value) => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
});
/** `google.protobuf.ListValue`: a row of cells as `values.*` takes it. */
export const listValue = scalar('type.googleapis.com/google.protobuf.ListValue', (value) =>
  Array.isArray(value) ? (value as unknown[]) : undefined,
);
/** A part that is taken as it is, because nothing here looks into it. */
export const opaque = scalar('google.protobuf.Struct', (value) => value as object);

function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return { true: true, false: false }[value.toLowerCase()];
}

function scalar<T>(name: string, convert: (value: unknown) => T | undefined): ProtoType<T> {
  return {
    name,
    parse(value, at, violations) {
      const converted = convert(value);
      if (converted === undefined) violations.push(invalidValue(name, at, value));
      return converted;
    },
  };
}

const API = 'type.googleapis.com/google.apps.sheets.v4';

export function enumeration<const V extends string>(name: string, values: readonly V[]): ProtoType<V> {
  return scalar(`${API}.${name}`, (value) => values.find((one) => one === value));
}

export function repeated<T>(type: ProtoType<T>): ProtoType<T[]> {
  return {
    name: type.name,
    ...(type.fields !== undefined && { fields: type.fields }),
    parse(value, at, violations) {
      // A lone value stands for a list of one, so its violation names the list itself.
      if (!Array.isArray(value)) return presentOnly([type.parse(value, at, violations)]);
      return presentOnly(value.map((one, index) => type.parse(one, `${at}[${String(index)}]`, violations)));
    },
  };
}

function presentOnly<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

export function message<F extends Record<string, ProtoType<unknown>>>(name: string, fields: F): ProtoType<Message<F>> {
  const fullName = `${API}.${name}`;
  const paths = new Map(Object.keys(fields).map((key) => [key, toSnakeCase(key)]));
  return {
    name: fullName,
    fields,
    parse(value, at, violations) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        violations.push(invalidValue(fullName, at, value));
        return undefined;
      }
      const parsed: Record<string, unknown> = {};
      for (const [given, content] of Object.entries(value)) {
        const key = toCamelCase(given);
        const type = fields[key];
        if (type === undefined) violations.push(unknownName(given, at));
        else if (content !== null && content !== undefined) {
          const path = paths.get(key) ?? key;
          parsed[key] = type.parse(content, at === '' ? path : `${at}.${path}`, violations);
        }
      }
      return parsed as Message<F>;
    },
  };
}

/** Parses a request body, or answers all that is wrong with it at once. `at` is the field that the body fills. */
export function parseBody<T>(type: ProtoType<T>, body: unknown, at = ''): T {
  const violations: FieldViolation[] = [];
  const parsed = type.parse(body ?? {}, at, violations);
  if (violations.length > 0 || parsed === undefined) {
    throw invalidArgument(violations.map(({ description }) => description).join('\n'), violations);
  }
  return parsed;
}

function invalidValue(name: string, at: string, value: unknown): FieldViolation {
  return { field: at, description: `Invalid value at '${at}' (${name}), ${JSON.stringify(value)}` };
}

function unknownName(name: string, at: string): FieldViolation {
  const place = at === '' ? '' : ` at '${at}'`;
  return {
    field: at,
    description: `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`,
  };
}

export function toSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function toCamelCase(name: string): string {
  if (!name.includes('_')) return name;
  return name.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
