import { nameFieldOf } from '../describe/index.ts';
import { ok, param, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { runQuery } from '../soql/index.ts';
import { toETag } from './etag.ts';
import { findRelatedList, findUnderParent, relatedListsOf } from './related-list.ts';

const MOST_COUNTED = 1999;

/** What related lists there are, how they look and how long they are. */
export function relatedListInfoEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/ui-api/related-list-info/:type', answer: allLists },
    { method: 'GET', path: '/ui-api/related-list-info/:type/:relatedListId', answer: oneList },
    { method: 'GET', path: '/ui-api/related-list-count/:parentId/:relatedListId', answer: count },
  ];
}

function allLists(call: Call) {
  const parent = objectInPath(call);
  const relatedLists = relatedListsOf(call, parent).map(({ child, lookup }) => {
    const id = lookup.reference?.childRelationshipName ?? '';
    return {
      entityLabel: child.label,
      fieldApiName: lookup.name,
      label: child.labelPlural,
      objectApiName: child.name,
      relatedListId: id,
    };
  });
  const content = { parentObjectApiName: parent.name, parentRecordTypeId: null, relatedLists };
  return ok({ ...content, eTag: toETag(content) });
}

function oneList(call: Call) {
  const parent = objectInPath(call);
  const { child, lookup } = findRelatedList(call, parent);
  const name = nameFieldOf(child);
  const content = {
    createable: call.access.mayCreate(child),
    displayColumns: name === undefined ? [] : [{ fieldApiName: name.name, label: name.label, sortable: true }],
    fieldApiName: lookup.name,
    label: child.labelPlural,
    listReference: referenceOf(call, null, parent.name),
    objectApiNames: [child.name],
    orderedByInfo: [],
  };
  return ok({ ...content, eTag: toETag(content) });
}

function count(call: Call) {
  const { parentId, child, lookup } = findUnderParent(call);
  const { totalSize } = runQuery(
    call.platform.org,
    `SELECT Id FROM ${child.name} WHERE ${lookup.name} = '${parentId}' LIMIT ${MOST_COUNTED + 1}`,
    { user: call.user, includeDeleted: false, sobjectsUrl: '', answerChildren: () => null },
  );
  const content = {
    count: Math.min(totalSize, MOST_COUNTED),
    hasMore: totalSize > MOST_COUNTED,
    listReference: referenceOf(call, param(call, 'parentId'), null),
  };
  return ok({ ...content, eTag: toETag(content) });
}

function referenceOf(call: Call, recordId: string | null, parentObjectApiName: string | null) {
  return {
    id: null,
    inContextOfRecordId: recordId,
    parentObjectApiName,
    recordTypeId: null,
    relatedListId: param(call, 'relatedListId'),
    type: 'relatedList',
  };
}
