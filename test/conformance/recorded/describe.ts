import { isObject } from './session.ts';

const FIELD = [
  'aggregatable autoNumber calculated cascadeDelete caseSensitive createable custom compoundFieldName',
  'defaultValue defaultedOnCreate dependentPicklist digits',
  'externalId extraTypeInfo filterable groupable idLookup label nameField namePointing nillable permissionable',
  'polymorphicForeignKey precision relationshipName',
  'restrictedDelete restrictedPicklist scale searchPrefilterable soapType sortable type unique updateable',
]
  .join(' ')
  .split(' ');

/** What depends on the edition and the features of the recorded org, or on the order in which objects were made. */
const OF_THE_ORG = new Set([
  'keyPrefix',
  'label',
  'labelPlural',
  'feedEnabled',
  'mruEnabled',
  'urls',
  'actionOverrides',
  'supportedScopes',
]);

/** Compares what describe says of an object and of the fields that both orgs have. */
export function describeDifference(recorded: unknown, given: unknown): string | undefined {
  return scalarDifference(recorded, given) ?? fieldsDifference(recorded, given);
}

/** Compares what the list of all objects says of those that both orgs have. */
export function globalDifference(recorded: unknown, given: unknown): string | undefined {
  const [theirs, ours] = [listed(recorded, 'sobjects'), listed(given, 'sobjects')];
  for (const [name, one] of theirs) {
    const own = ours.get(name);
    if (own === undefined) continue;
    const missing = Object.keys(one).find((key) => !(key in own));
    if (missing !== undefined) return `${name}.${missing} is missing`;
    const difference = scalarDifference(one, own);
    if (difference !== undefined) return `${name}: ${difference}`;
  }
  return ours.size === 0 ? 'no objects' : scalarDifference(recorded, given);
}

function scalarDifference(recorded: unknown, given: unknown): string | undefined {
  if (!isObject(recorded) || !isObject(given)) return 'expected an object';
  for (const [key, expected] of Object.entries(recorded)) {
    if (OF_THE_ORG.has(key) || (typeof expected === 'object' && expected !== null)) continue;
    // An absent one may belong to a later version.
    if (key in given && given[key] !== expected) {
      return `${key}: ${JSON.stringify(given[key])} instead of ${JSON.stringify(expected)}`;
    }
  }
  return undefined;
}

function fieldsDifference(recorded: unknown, given: unknown): string | undefined {
  const [theirs, ours] = [listed(recorded, 'fields'), listed(given, 'fields')];
  for (const [name, field] of theirs) {
    const own = ours.get(name);
    if (own === undefined) continue;
    for (const key of FIELD) {
      // Older versions told no default.
      if (!(key in field) || (key === 'defaultValue' && field[key] === null)) continue;
      const [expected, actual] = [JSON.stringify(field[key]), JSON.stringify(own[key])];
      if (expected !== actual) return `${name}.${key}: ${actual} instead of ${expected}`;
    }
    const foreign = textsOf(own['referenceTo']).find((to) => !textsOf(field['referenceTo']).includes(to));
    if (foreign !== undefined && !foreign.endsWith('__c')) return `${name}.referenceTo: ${foreign} is too much`;
  }
  return undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function listed(answer: unknown, name: string): Map<string, Record<string, unknown>> {
  const list = isObject(answer) && Array.isArray(answer[name]) ? (answer[name] as unknown[]) : [];
  return new Map(list.filter(isObject).map((one) => [String(one['name']), one]));
}
