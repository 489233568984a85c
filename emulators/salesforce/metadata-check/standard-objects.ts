import { createRequire } from 'node:module';
import { readDeclarations } from './type-declarations.ts';

/** What is known of an object that Salesforce brings along. */
export interface StandardObject {
  /** API name → whether a value must be given or the platform sets it, so that field-level security has no say. */
  fields: Map<string, { required: boolean }>;
  /** Name of a way up, `Account` → the object there. */
  parents: Map<string, string>;
}

const FIELDS = 'Fields$';
const PARENTS = 'ParentReferences$';
const DEFINITION = 'SObjectDefinition$';

/**
 * Objects that are younger than those declarations.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_customnotificationtype.htm
 */
const YOUNGER: [string, StandardObject][] = [
  [
    'CustomNotificationType',
    {
      fields: new Map(
        ['CustomNotifTypeName', 'DeveloperName', 'MasterLabel', 'Description', 'Desktop', 'Mobile'].map((name) => [
          name,
          { required: true },
        ]),
      ),
      parents: new Map(),
    },
  ],
];

/** The standard objects, from the type declarations that jsforce was given from a real org. */
export async function readStandardObjects(): Promise<Map<string, StandardObject>> {
  const file = createRequire(import.meta.url).resolve('jsforce/lib/types/standard-schema.d.ts');
  const { objects } = await readDeclarations(file);
  return new Map([
    ...YOUNGER,
    ...Object.entries(objects)
      .filter(([name]) => name.startsWith(FIELDS))
      .map(([name, fields]) => {
        const object = name.slice(FIELDS.length);
        const parents = objects[PARENTS + object] ?? {};
        return [
          object,
          {
            fields: new Map(Object.entries(fields).map(([field, { required }]) => [field, { required }])),
            parents: new Map(Object.entries(parents).map(([way, { type }]) => [way, type.replace(DEFINITION, '')])),
          },
        ] satisfies [string, StandardObject];
      }),
  ]);
}
