import type { Schema, SharingParty, SharingRule, SObjectType } from '../entities.ts';
import { membersSql } from './membership.ts';

/** What may be done with a record beyond what its object allows: its owner may do all of these. */
export type RecordVerb = 'read' | 'edit' | 'transfer' | 'delete';

/** A sharing rule with its criteria as SQL over a table of the object; one about owners has none. */
export interface CompiledSharingRule extends SharingRule {
  criteriaSql?: (alias: string) => string;
}

/** Who asks for records, and what opens the records of others. */
export interface Sharing {
  schema: Schema;
  rules: readonly CompiledSharingRule[];
  userId: string;
  /** Public groups and queues in which the user is, directly or through others. */
  groups: readonly { id: string; name: string }[];
  /** The id of a group or queue by its name. */
  groupIdOf(name: string): string;
}

/** SQL that holds for some records, or what it would be for all and for none of them. */
type Condition = string | boolean;

/** Objects whose records open those above them to read: implicit sharing, which only accounts have. */
const CHILDREN_OF_ACCOUNTS = ['Contact', 'Opportunity', 'Case'];

/**
 * Tells which records of an object a user may do something with, in SQL over a table of it.
 *
 * Everything is in the statement: the default of the object, owners and the queues of the user, sharing rules, the records
 * above details, and for accounts what hangs on them. Records of tasks and of Setup are not shared one by one.
 *
 * https://help.salesforce.com/s/articleView?id=platform.security_sharing_owd_about.htm
 */
export class RecordAccess {
  readonly #sharing: Sharing;
  readonly #mayAll: (object: SObjectType, verb: RecordVerb) => boolean;
  readonly #principals: string;

  constructor(sharing: Sharing, mayAll: (object: SObjectType, verb: RecordVerb) => boolean) {
    this.#sharing = sharing;
    this.#mayAll = mayAll;
    this.#principals = [sharing.userId, ...sharing.groups.map(({ id }) => id)].map(literal).join(', ');
  }

  /** Undefined when it holds for every record. */
  sql(object: SObjectType, verb: RecordVerb, alias: string): string | undefined {
    const condition = this.#condition(object, verb, alias);
    if (typeof condition === 'string') return condition;
    return condition ? undefined : '0';
  }

  #condition(object: SObjectType, verb: RecordVerb, alias: string): Condition {
    if (object.name === 'Task' || object.kind !== undefined || this.#mayAll(object, verb)) return true;
    const masters = mastersOf(object);
    if (!object.fields.has('OwnerId')) {
      return allOf(masters.map((master) => this.#above(master, verb, alias)));
    }
    switch (object.sharingModel) {
      case 'ControlledByParent':
        return anyOf([this.#owned(alias), ...masters.map((master) => this.#above(master, verb, alias))]);
      case 'Read':
        if (verb === 'read') return true;
        break;
      case 'ReadWrite':
        if (verb === 'read' || verb === 'edit') return true;
        break;
      case 'ReadWriteTransfer':
        if (verb !== 'delete') return true;
        break;
      case 'Private':
        break;
    }
    return anyOf([this.#opened(object, verb, alias), this.#openedBelow(object, verb, alias)]);
  }

  /** What the user owns, and what rules share. */
  #opened(object: SObjectType, verb: RecordVerb, alias: string): Condition {
    const rules = this.#sharing.rules.filter(
      (rule) =>
        rule.object === object.name &&
        (verb === 'read' || (verb === 'edit' && rule.level === 'edit')) &&
        this.#isIn(rule.sharedTo),
    );
    return anyOf([
      this.#owned(alias),
      this.#sharedOneByOne(object, verb, alias),
      ...rules.map((rule) => this.#matches(rule, alias)),
    ]);
  }

  #sharedOneByOne({ name }: SObjectType, verb: RecordVerb, alias: string): Condition {
    const shares = this.#sharing.schema.findObject(name.replace(/__c$/, '__Share'));
    if (shares?.sharesOf === undefined || (verb !== 'read' && verb !== 'edit')) return false;
    const levels = verb === 'read' ? '' : ` AND s."AccessLevel" = 'Edit'`;
    return `${alias}."Id" IN (SELECT s."ParentId" FROM "${shares.name}" s WHERE s."IsDeleted" = 0 AND s."UserOrGroupId" IN (${this.#principals})${levels})`;
  }

  #owned(alias: string): Condition {
    return `${alias}."OwnerId" IN (${this.#principals})`;
  }

  #matches({ which, criteriaSql }: CompiledSharingRule, alias: string): Condition {
    if (which.kind === 'matching') return criteriaSql?.(alias) ?? false;
    if (which.by.kind === 'everybody') return true;
    const start = literal(this.#sharing.groupIdOf(which.by.name));
    return `${alias}."OwnerId" IN (${membersSql(start)})`;
  }

  #isIn(party: SharingParty): boolean {
    return party.kind === 'everybody' || this.#sharing.groups.some(({ name }) => name === party.name);
  }

  /** Details go with their master: writing one is writing the master, unless reading that suffices. */
  #above({ lookup, master, readSuffices }: Master, verb: RecordVerb, alias: string): Condition {
    const parent = this.#sharing.schema.findObject(master);
    if (parent === undefined) return false;
    const condition = this.#condition(parent, verb === 'read' || readSuffices ? 'read' : 'edit', `${alias}_m`);
    if (typeof condition === 'boolean') return condition;
    return `EXISTS (SELECT 1 FROM "${parent.name}" ${alias}_m WHERE ${alias}_m."Id" = ${alias}."${lookup}" AND ${condition})`;
  }

  #openedBelow(object: SObjectType, verb: RecordVerb, alias: string): Condition {
    if (object.name !== 'Account' || verb !== 'read') return false;
    const below = CHILDREN_OF_ACCOUNTS.flatMap((name): Condition[] => {
      const child = this.#sharing.schema.findObject(name);
      if (child === undefined || child.sharingModel === 'ControlledByParent') return [];
      const table = `${alias}_c`;
      const opened = this.#opened(child, 'read', table);
      const open = opened === true ? '1' : opened;
      return [
        `EXISTS (SELECT 1 FROM "${name}" ${table} WHERE ${table}."AccountId" = ${alias}."Id" AND ${table}."IsDeleted" = 0 AND ${String(open)})`,
      ];
    });
    return anyOf(below);
  }
}

interface Master {
  lookup: string;
  master: string;
  readSuffices: boolean;
}

/** Lookups of standard objects that decide about their records as master-detail fields do, when they are told to. */
const STANDARD_MASTERS: Record<string, string> = {
  Contact: 'AccountId',
  Opportunity: 'AccountId',
  Case: 'AccountId',
  OpportunityContactRole: 'OpportunityId',
};

/** The records above those of an object. */
function mastersOf(object: SObjectType): Master[] {
  return [...object.fields.values()].flatMap(({ name, reference }) => {
    const decides = reference?.kind === 'masterDetail' || STANDARD_MASTERS[object.name] === name;
    const [master] = reference?.to ?? [];
    if (!decides || master === undefined) return [];
    return [{ lookup: name, master, readSuffices: reference?.readableMasterSuffices === true }];
  });
}

function anyOf(conditions: Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const some = conditions.filter((condition) => condition !== false);
  return some.length === 0 ? false : `(${some.join(' OR ')})`;
}

function allOf(conditions: Condition[]): Condition {
  if (conditions.includes(false)) return false;
  const some = conditions.filter((condition) => condition !== true);
  return some.length === 0 ? true : `(${some.join(' AND ')})`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
