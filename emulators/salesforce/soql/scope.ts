import type { Field, Schema, SObjectType, User } from '../entities.ts';
import type { Access } from '../org.ts';
import { quoted } from './fragment.ts';
import type { Calendar } from './date-words.ts';
import { malformedQuery } from '../errors.ts';
import { isNameField, typeOfRecord } from './name-fields.ts';
import { noSuchColumn, noSuchParent, noSuchType } from './positioned.ts';

const MOST_PARENTS = 5;

/** What stays the same through a whole query, its sub-queries included. */
export interface QueryContext extends Calendar {
  text: string;
  user: User;
  schema: Schema;
  access: Access;
  /** Whether deleted records are found too, as by queryAll. */
  includeDeleted: boolean;
  /** SQL of a field in a table of the query. */
  columnSql(object: SObjectType, field: Field, alias: string): string;
  /** Tells tables of one statement apart. */
  nextAlias(): string;
}

/** A step up: the relationship name, and a table for each object it may lead to. */
export interface Hop {
  /** Canonical name, `Opportunity__r`. */
  name: string;
  /** SQL of the parent's id. */
  idSql: string;
  tables: Table[];
  /** The one object that a TYPEOF looks at. */
  only?: string;
}

/** An object in FROM or in a join. */
export interface Table {
  object: SObjectType;
  alias: string;
}

/** A field found by its path. */
export interface Column {
  field: Field;
  hops: Hop[];
  sql: string;
}

/** The tables of one SELECT: the object asked for and those that its paths lead to. */
export class Scope {
  readonly context: QueryContext;
  readonly object: SObjectType;
  readonly alias: string;
  readonly #ownNames: string[];
  readonly #hops = new Map<string, Hop>();
  readonly #joins: string[] = [];

  constructor(context: QueryContext, object: SObjectType, ownAlias?: string) {
    this.context = context;
    this.object = object;
    this.alias = context.nextAlias();
    this.#ownNames = [object.name, ...(ownAlias === undefined ? [] : [ownAlias])].map((name) => name.toLowerCase());
  }

  /** FROM and the joins that the columns asked for so far need. */
  get from(): string {
    return [`${quoted(this.object.name)} ${this.alias}`, ...this.#joins].join(' ');
  }

  /** SQL that holds for the records that the user may read; undefined when it is all of them. */
  get readable(): string | undefined {
    return this.context.access.recordsSql(this.object, 'read', this.alias);
  }

  /** The joins alone, for a table that is itself joined to another. */
  get joins(): string {
    return this.#joins.join(' ');
  }

  /** Finds `Name` or `Account.Owner.Name`. What is not there or not readable is INVALID_FIELD. */
  column(path: string): Column {
    const names = path.split('.').map((name) => name.trim());
    if (names.length > 1 && this.#ownNames.includes(names[0]?.toLowerCase() ?? '')) names.shift();
    const fieldName = names.pop() ?? '';
    return this.#columnBehind([], names, fieldName, path);
  }

  /** The lookup of a TYPEOF, of which there must be one that may lead to several objects. */
  polymorphic(name: string): Hop {
    const hop = this.#hop([], name, name);
    if (hop.tables.length < 2) {
      throw malformedQuery(`TYPEOF is only allowed on polymorphic relationships, and ${name} is none`);
    }
    return hop;
  }

  /** Finds a path behind a lookup where it leads to this one object. */
  columnOfType(hop: Hop, objectName: string, path: string): Column {
    const tables = hop.tables.filter(({ object }) => object.name.toLowerCase() === objectName.toLowerCase());
    const [table] = tables;
    if (table === undefined) throw noSuchType(this.context.text, objectName);
    const narrow = { name: hop.name, idSql: hop.idSql, tables, only: table.object.name };
    const names = path.split('.').map((name) => name.trim());
    return this.#columnBehind([narrow], names, names.pop() ?? '', path);
  }

  #columnBehind(start: Hop[], names: string[], fieldName: string, path: string): Column {
    const hops = [...start];
    for (const name of names) hops.push(this.#hop(hops, name, path));
    if (hops.length > MOST_PARENTS) {
      throw malformedQuery(`A path leads up through ${MOST_PARENTS} relationships at most: ${path}`);
    }
    const tables = hops.at(-1)?.tables ?? [{ object: this.object, alias: this.alias }];
    if (tables.length > 1 && fieldName.toLowerCase() === 'type') return { ...typeOfRecord(tables), hops };
    const found = tables.flatMap(({ object, alias }) => {
      if (tables.length > 1 && !isNameField(fieldName)) return [];
      const field = this.#readableField(object, fieldName);
      return field === undefined ? [] : [{ field, sql: this.context.columnSql(object, field, alias) }];
    });
    const [first] = found;
    if (first === undefined) {
      throw noSuchColumn(
        this.context.text,
        fieldName,
        path,
        tables.length > 1 ? 'Name' : (tables[0]?.object.name ?? ''),
      );
    }
    const sql = found.length === 1 ? first.sql : `COALESCE(${found.map((one) => one.sql).join(', ')})`;
    return { field: first.field, hops, sql };
  }

  #readableField(object: SObjectType, name: string): Field | undefined {
    const field = this.context.schema.findField(object, name);
    return field !== undefined && this.context.access.mayReadField(object, field) ? field : undefined;
  }

  #hop(before: Hop[], name: string, written: string): Hop {
    const key = [...before.map((hop) => `${hop.name}${hop.only ?? ''}`), name].join('.').toLowerCase();
    const known = this.#hops.get(key);
    if (known !== undefined) return known;

    const tables = before.at(-1)?.tables ?? [{ object: this.object, alias: this.alias }];
    const lookups = tables.flatMap(({ object, alias }) => {
      const field = lookupNamed(object, name);
      const readable = field !== undefined && this.context.access.mayReadField(object, field);
      return readable ? [{ field, sql: `${alias}.${quoted(field.name)}` }] : [];
    });
    const [lookup] = lookups;
    const parents = lookup?.field.reference?.to
      .map((to) => this.context.schema.findObject(to))
      .filter((object) => object !== undefined)
      .filter((object) => this.context.access.mayRead(object));
    if (lookup === undefined || parents === undefined || parents.length === 0) {
      throw noSuchParent(this.context.text, name, written);
    }

    const foreignKey = lookups.length === 1 ? lookup.sql : `COALESCE(${lookups.map(({ sql }) => sql).join(', ')})`;
    const joined = parents.map((object) => {
      const alias = this.context.nextAlias();
      const readable = this.context.access.recordsSql(object, 'read', alias);
      const shared = readable === undefined ? '' : ` AND ${readable}`;
      this.#joins.push(`LEFT JOIN ${quoted(object.name)} ${alias} ON ${alias}."Id" = ${foreignKey}${shared}`);
      return { object, alias };
    });
    const ids = joined.map(({ alias }) => `${alias}."Id"`);
    const hop: Hop = {
      name: lookup.field.reference?.relationshipName ?? name,
      idSql: ids.length === 1 ? (ids[0] ?? '') : `COALESCE(${ids.join(', ')})`,
      tables: joined,
    };
    this.#hops.set(key, hop);
    return hop;
  }
}

/** Objects do not change once they are deployed. */
const lookups = new WeakMap<SObjectType, ReadonlyMap<string, Field>>();

function lookupNamed(object: SObjectType, relationshipName: string): Field | undefined {
  let byName = lookups.get(object);
  if (byName === undefined) {
    const named = [...object.fields.values()].flatMap((field): [string, Field][] => {
      const name = field.reference?.relationshipName;
      return typeof name === 'string' ? [[name.toLowerCase(), field]] : [];
    });
    // Of two of the same name the first counts.
    byName = new Map(named.toReversed());
    lookups.set(object, byName);
  }
  return byName.get(relationshipName.toLowerCase());
}
