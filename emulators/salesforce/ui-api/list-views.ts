import type { SObjectType } from '../entities.ts';
import { notFound } from '../errors.ts';
import { toId18 } from '../ids.ts';
import type { ListView } from '../page-metadata/index.ts';
import { baseOf, ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { objectInPath } from '../routes/find-object.ts';
import { runQuery } from '../soql/index.ts';
import { toETag } from './etag.ts';
import { toFieldTree } from './field-tree.ts';
import { idOf } from './layout.ts';
import { columnOf, listViewQuery, type ListColumn } from './list-view-query.ts';
import { pageOf, toPageFields } from './paging.ts';
import { toUiRecord } from './record.ts';
import { listOf } from './records.ts';

/** List views: what there are, how they look and what is in them. */
export function listViewEndpoints(): Endpoint[] {
  const view = ':type/:listView';
  return [
    { method: 'GET', path: '/ui-api/list-ui/:type', answer: (call) => ok(allViews(call)) },
    { method: 'GET', path: `/ui-api/list-ui/${view}`, answer: listUi },
    { method: 'GET', path: '/ui-api/list-info/:type', answer: (call) => ok(allInfos(call)) },
    { method: 'GET', path: `/ui-api/list-info/${view}`, answer: (call) => ok(toInfo(call, find(call))) },
    { method: 'GET', path: `/ui-api/list-records/${view}`, answer: (call) => ok(toRecords(call, find(call))) },
  ];
}

interface Found {
  object: SObjectType;
  view: ListView;
  columns: ListColumn[];
}

function find(call: Call): Found {
  const object = objectInPath(call);
  const wanted = param(call, 'listView');
  const view = viewsOf(call, object).find(
    ({ name }) => name.toLowerCase() === wanted.toLowerCase() || idOfView(object, name) === toId18(wanted),
  );
  if (view === undefined) throw notFound();
  const columns = view.columns
    .map((token) => columnOf(call, object, token))
    .filter(({ field }) => call.access.mayReadField(object, field));
  return { object, view, columns };
}

function viewsOf(call: Call, object: SObjectType): ListView[] {
  return call.platform.org.pages.listViews.filter((view) => view.object === object.name);
}

function idOfView(object: SObjectType, name: string): string {
  return idOf('00B', `${object.name}.${name}`);
}

function allViews(call: Call) {
  const object = objectInPath(call);
  const lists = viewsOf(call, object).map(({ name, label }) => ({
    apiName: name,
    id: idOfView(object, name),
    label,
    listUiUrl: `${baseOf(call)}/ui-api/list-ui/${object.name}/${name}`,
  }));
  return {
    count: lists.length,
    currentPageToken: '0',
    eTag: toETag(lists),
    lists,
    nextPageToken: null,
    queryString: null,
  };
}

function allInfos(call: Call) {
  const { lists, count } = allViews(call);
  const page = pageOf(call);
  const objectApiName = objectInPath(call).name;
  const url = `${baseOf(call)}/ui-api/list-info/${objectApiName}`;
  const shown = lists.slice(page.start, page.end);
  const content = { ...toPageFields(page, url, shown.length, count), lists: shown, objectApiName, pageSize: page.size };
  return { ...content, eTag: toETag(content) };
}

function listUi(call: Call): Answer {
  const found = find(call);
  const [info, records] = [toInfo(call, found), toRecords(call, found)];
  return ok({ eTag: toETag([info.eTag, records]), info, records });
}

function toInfo(call: Call, { object, view, columns }: Found) {
  const paths = columns.map(({ path }) => path);
  const info = {
    cloneable: true,
    createable: call.access.mayCreate(object),
    deletable: call.access.mayDelete(object),
    displayColumns: columns.map(({ path, field }) => ({
      fieldApiName: path,
      label: field.label,
      sortable: field.type !== 'multipicklist' && field.type !== 'textarea',
    })),
    filterLogicString: view.booleanFilter ?? null,
    filteredByInfo: view.filters.map(({ field, operation, value }) => {
      const column = columnOf(call, object, field);
      const operandLabels = value === '' ? [] : value.split(',');
      return { fieldApiName: column.path, label: column.field.label, operandLabels, operator: upperFirst(operation) };
    }),
    label: view.label,
    listReference: {
      id: idOfView(object, view.name),
      listViewApiName: view.name,
      objectApiName: object.name,
      type: 'listView',
    },
    orderedByInfo: [{ fieldApiName: 'Name', isAscending: true, label: object.fields.get('Name')?.label ?? 'Name' }],
    updateable: false,
    userPreferences: {
      columnWidths: Object.fromEntries(paths.map((path) => [path, -1])),
      columnWrap: Object.fromEntries(paths.map((path) => [path, false])),
    },
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...info, eTag: toETag(info) };
}

function toRecords(call: Call, found: Found) {
  const { object, view, columns } = found;
  const page = pageOf(call);
  const [first = object.fields.has('Name') ? 'Name' : 'Id'] = listOf(call.query['sortBy']);
  const path = first.replace('-', '').replace(new RegExp(`^${object.name}\\.`), '');
  const sortBy = first.startsWith('-') ? `${path} DESC NULLS LAST` : `${path} NULLS LAST`;
  const { records: all } = runQuery(call.platform.org, listViewQuery(call, object, view, sortBy), {
    user: call.user,
    includeDeleted: false,
    sobjectsUrl: '',
    answerChildren: () => null,
  });
  const tree = toFieldTree(
    call,
    object,
    ['Id', ...columns.map(({ path }) => path), ...listOf(call.query['fields'])],
    listOf(call.query['optionalFields']),
  );
  const records = all.slice(page.start, page.end).flatMap((row) => {
    const record = call.platform.org.findRecord(object, String(row['Id']), { as: call.user });
    return record === undefined ? [] : [toUiRecord(call, object, record, tree)];
  });
  const url = `${baseOf(call)}/ui-api/list-records/${object.name}/${view.name}`;
  return {
    ...toPageFields(page, url, records.length, all.length),
    listInfoETag: toInfo(call, found).eTag,
    records,
  };
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
