import fc from 'fast-check';
import { component, fieldFile, type SourceFiles } from '../../schema/source-folder.ts';

export type Kind = 'text' | 'number' | 'checkbox' | 'date';
export type Value = string | number | boolean | null;

/** An object with some fields of its own and lookups to objects before it. */
export interface Entity {
  name: string;
  fields: { name: string; kind: Kind }[];
  lookups: { name: string; up: string; down: string; to: string }[];
}

/** A record: its fields, the index of its parent for each lookup, and its id once it is written. */
export interface Row {
  id: string;
  values: Record<string, Value>;
  parents: Record<string, number | null>;
}

/** A schema and what is in it, by object. */
export interface World {
  entities: Entity[];
  rows: Map<string, Row[]>;
}

/** A Sunday. */
export const TODAY = '2026-11-22';
const DAY = 24 * 60 * 60 * 1000;
const MOST_ROWS = 7;

/** The day so many days from today. */
export function dayFromToday(days: number): string {
  return new Date(Date.parse(TODAY) + days * DAY).toISOString().slice(0, 10);
}

const kind = fc.constantFrom<Kind>('text', 'number', 'checkbox', 'date');

/** A value that a field of this kind may have. */
export function valueOf(wanted: Kind): fc.Arbitrary<Value> {
  switch (wanted) {
    case 'text':
      return fc.constantFrom('a', 'b', 'ab', 'ba', 'c d', '50%', 'x_y', "o'x");
    case 'number':
      return fc.constantFrom(-2, -0.5, 0, 1, 1.25, 3, 10);
    case 'checkbox':
      return fc.boolean();
    case 'date':
      return fc.integer({ min: -40, max: 40 }).map(dayFromToday);
  }
}

function entity(index: number): fc.Arbitrary<Entity> {
  const lookups = fc.array(fc.nat(Math.max(index - 1, 0)), { maxLength: index === 0 ? 0 : 2 });
  return fc.tuple(fc.array(kind, { minLength: 1, maxLength: 4 }), lookups).map(([kinds, targets]) => ({
    name: `Thing${index}__c`,
    fields: kinds.map((one, place) => ({ name: `F${place}_${one}__c`, kind: one })),
    lookups: targets.map((target, place) => ({
      name: `Up${place}__c`,
      up: `Up${place}__r`,
      down: `Down${index}${place}s__r`,
      to: `Thing${target}__c`,
    })),
  }));
}

function rowsOf({ fields, lookups }: Entity, count: (name: string) => number): fc.Arbitrary<Row[]> {
  const values = fc.record(
    Object.fromEntries(
      fields.map(({ name, kind: own }) => [
        name,
        own === 'checkbox' ? valueOf(own) : fc.option(valueOf(own), { freq: 3 }),
      ]),
    ),
  );
  const parents = fc.record(
    Object.fromEntries(
      lookups.map(({ name, to }) => [
        name,
        count(to) === 0 ? fc.constant(null) : fc.option(fc.nat(count(to) - 1), { freq: 3 }),
      ]),
    ),
  );
  return fc.array(fc.record({ id: fc.constant(''), values, parents }), { maxLength: MOST_ROWS });
}

/** Two or three objects, of which the later ones may point at the earlier ones, with a few records each. */
export const world: fc.Arbitrary<World> = fc
  .integer({ min: 2, max: 3 })
  .chain((size) =>
    fc
      .tuple(...Array.from({ length: size }, (_, index) => entity(index)))
      .chain((entities) => fill(entities, new Map())),
  );

function fill(entities: Entity[], rows: Map<string, Row[]>): fc.Arbitrary<World> {
  const next = entities[rows.size];
  if (next === undefined) return fc.constant({ entities, rows });
  return rowsOf(next, (name) => rows.get(name)?.length ?? 0).chain((some) =>
    fill(entities, new Map([...rows, [next.name, some]])),
  );
}

const TYPES: Record<Kind, string> = {
  text: '<type>Text</type><length>40</length>',
  number: '<type>Number</type><precision>12</precision><scale>2</scale>',
  checkbox: '<type>Checkbox</type><defaultValue>false</defaultValue>',
  date: '<type>Date</type>',
};

/** The schema as source. */
export function toSource({ entities }: World): SourceFiles {
  return Object.assign({}, ...entities.map(toFiles)) as SourceFiles;
}

function toFiles({ name, fields, lookups }: Entity): SourceFiles {
  const elements = `<label>${name}</label><pluralLabel>${name}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`;
  return Object.assign(
    { [`objects/${name}/${name}.object-meta.xml`]: component('CustomObject', elements) },
    ...fields.map((field) => fieldFile(name, field.name, TYPES[field.kind])),
    ...lookups.map((lookup) =>
      fieldFile(
        name,
        lookup.name,
        `<type>Lookup</type><referenceTo>${lookup.to}</referenceTo><relationshipName>${lookup.down.replace('__r', '')}</relationshipName>`,
      ),
    ),
  ) as SourceFiles;
}
