import { z } from 'zod';
import type { Rest } from './rest.ts';
import { CompositeAnswer, Described } from './schema.ts';
import { SELECTED } from './soql.ts';

/** A field by its object. */
export interface FieldPlace {
  object: string;
  field: string;
}

/** What the service's user sees of the org. */
export interface OrgExamination {
  /** Fields by object; an object that is missing is hidden from the user, or not there. */
  objects: ReadonlyMap<string, ReadonlyMap<string, { updateable: boolean }>>;
  /** Calls of the last 24 hours that are left, and how many there are; where the org tells. */
  calls: { left: number; limit: number } | undefined;
  serverTime: Date;
}

const OBJECT = 'Implementation_Request__c';

/** Which object stands at the other end of a relationship. */
const RELATED: Record<string, string> = {
  Account__r: 'Account',
  Opportunity__r: 'Opportunity',
  Current_Review__r: 'Triage_Review__c',
  Request_Links__r: 'Request_Link__c',
  Status_Updates__r: 'Status_Update__c',
  Handoffs__r: 'Handoff__c',
  Handoff_Items__r: 'Handoff_Item__c',
};

const Limits = z.object({ DailyApiRequests: z.object({ Max: z.number(), Remaining: z.number() }).optional() });

/** Every field that the service reads. Of a person, that is the lookup: name and address of users are for all to see. */
export function fieldsRead(): FieldPlace[] {
  return SELECTED.flatMap((selected) => {
    const [, fields, relation] = /^\(SELECT (.+?) FROM (\w+)/.exec(selected) ?? [];
    if (fields === undefined || relation === undefined) return toPlace(OBJECT, selected.split('.'));
    return fields.split(', ').flatMap((field) => toPlace(RELATED[relation] ?? relation, [field]));
  });
}

function toPlace(object: string, [first = '', ...rest]: readonly string[]): FieldPlace[] {
  if (rest.length === 0) return [{ object, field: first }];
  const related = RELATED[first];
  if (related !== undefined) return toPlace(related, rest);
  return [{ object, field: first.endsWith('__r') ? first.replace(/r$/, 'c') : `${first}Id` }];
}

/** Two calls: a description of every object, and the limits. */
export async function examine(rest: Rest, version: string): Promise<OrgExamination> {
  const objects = [...new Set(fieldsRead().map(({ object }) => object))];
  const { body, serverTime } = await rest.request('POST', '/composite', {
    allOrNone: false,
    compositeRequest: objects.map((object) => ({
      method: 'GET',
      url: `/services/data/v${version}/sobjects/${object}/describe`,
      referenceId: object,
    })),
  });
  const described = CompositeAnswer.parse(body).compositeResponse.flatMap((part) => {
    if (part.httpStatusCode !== 200) return [];
    const fields = Described.parse(part.body).fields.map(({ name, updateable }) => [name, { updateable }] as const);
    return [[part.referenceId, new Map(fields)] as const];
  });
  const { DailyApiRequests: daily } = Limits.parse((await rest.request('GET', '/limits')).body);
  return {
    objects: new Map(described),
    calls: daily && { left: daily.Remaining, limit: daily.Max },
    serverTime,
  };
}
