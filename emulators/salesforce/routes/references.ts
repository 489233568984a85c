/** What earlier sub-requests answered, by reference id. */
export type Referable = ReadonlyMap<string, unknown>;

/** `@{account.id}` and what stands for it could not be found. */
export class UnresolvedReference extends Error {
  constructor(path: string) {
    const [referenceId = ''] = path.split(/[.[]/);
    super(`Invalid reference specified. No value for ${path} found in ${referenceId}`);
    this.name = 'UnresolvedReference';
  }
}

const REFERENCE = /@\{([^}]+)\}/g;

/** Puts answers in place of the references in a text, a list or an object, however deep. */
export function resolveReferences<Value>(value: Value, answers: Referable): Value {
  return resolve(value, answers) as Value;
}

function resolve(value: unknown, answers: Referable): unknown {
  if (typeof value === 'string') return value.replace(REFERENCE, (_whole, path: string) => lookUp(path, answers));
  if (Array.isArray(value)) return value.map((one) => resolve(one, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one, answers)]));
}

function lookUp(path: string, answers: Referable): string {
  const [referenceId = '', ...steps] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let value = answers.get(referenceId);
  for (const step of steps) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new UnresolvedReference(path);
  }
  return String(value);
}
