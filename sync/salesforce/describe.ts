import { SyncError } from '../errors.ts';
import { createLabels, type Labels } from './labels.ts';
import type { Rest } from './rest.ts';
import { CompositeAnswer, Described } from './schema.ts';

export type DescribedField = ReturnType<typeof Described.parse>['fields'][number];

/** What the service may read and write, as the org describes it now. */
export interface FieldCatalogue {
  find(object: string, field: string): DescribedField | undefined;
}

export interface OrgModel {
  labels: Labels;
  fields: FieldCatalogue;
}

/** Objects whose fields are edited in the sheet; the first one's picklists give the labels. */
const OBJECTS = ['Implementation_Request__c', 'Triage_Review__c'];

/** Labels and fields, in one call. */
export async function readModel(rest: Rest, version: string): Promise<OrgModel> {
  const { body } = await rest.request('POST', '/composite', {
    allOrNone: false,
    compositeRequest: OBJECTS.map((object) => ({
      method: 'GET',
      url: `/services/data/v${version}/sobjects/${object}/describe`,
      referenceId: object,
    })),
  });
  const described = new Map<string, DescribedField[]>();
  for (const part of CompositeAnswer.parse(body).compositeResponse) {
    if (part.httpStatusCode !== 200) {
      throw new SyncError('refused', `Salesforce did not describe ${part.referenceId}: ${JSON.stringify(part.body)}`);
    }
    described.set(part.referenceId, Described.parse(part.body).fields);
  }
  return { labels: toLabels(described.get(OBJECTS[0] ?? '') ?? []), fields: createFieldCatalogue(described) };
}

export function createFieldCatalogue(described: ReadonlyMap<string, readonly DescribedField[]>): FieldCatalogue {
  const fields = new Map(
    [...described].flatMap(([object, list]) => list.map((field) => [`${object}.${field.name}`, field])),
  );
  return { find: (object, field) => fields.get(`${object}.${field}`) };
}

function toLabels(fields: readonly DescribedField[]): Labels {
  return createLabels(
    Object.fromEntries(
      fields
        .filter(({ picklistValues }) => picklistValues.length > 0)
        .map(({ name, picklistValues }) => [
          name,
          picklistValues.filter(({ active }) => active).map(({ value, label }) => ({ value, label: label ?? value })),
        ]),
    ),
  );
}
