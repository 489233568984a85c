import { refuseProtected } from '../access.ts';
import { scopesOf } from '../formula/scope.ts';
import { changeCells } from '../grid/cells.ts';
import { toA1, type Place } from '../grid/places.ts';
import { findFilterPlaces, findMetadata } from '../metadata.ts';
import { notFound } from '../errors.ts';
import { toDeveloperMetadata } from '../answers/developer-metadata.ts';
import { withValue } from '../values/entered.ts';
import { readValues } from '../values/value-range.ts';
import { DataFilter, DeveloperMetadata, type DataFilter as Filter } from '../wire/messages.ts';
import { message, opaque, repeated } from '../wire/proto.ts';
import { method } from './method.ts';
import { openedBy } from './spreadsheets.ts';
import * as types from './values-messages.ts';
import { namingData, toReadOptions, toTotals } from './values.ts';
import { updatePlace } from './write-values.ts';

const SPREADSHEET = '/v4/spreadsheets/{spreadsheetId}';

const batchGetByDataFilter = method({
  id: 'spreadsheets.values.batchGetByDataFilter',
  http: 'POST',
  template: `${SPREADSHEET}/values:batchGetByDataFilter`,
  quota: 'read',
  query: {},
  body: {
    type: message('BatchGetValuesByDataFilterRequest', { dataFilters: repeated(DataFilter), ...types.READ_OPTIONS }),
  },
  response: types.BatchGetByDataFilterResponse,
  run({ body, ...call }) {
    const spreadsheet = openedBy(call);
    const matches = new Map<string, { place: Place; dataFilters: Filter[] }>();
    for (const filter of body.dataFilters ?? []) {
      for (const place of findFilterPlaces(spreadsheet, filter)) {
        const range = toA1(place.sheet, place.box);
        const match = matches.get(range) ?? { place, dataFilters: [] };
        match.dataFilters.push(filter);
        matches.set(range, match);
      }
    }
    const scopes = scopesOf(spreadsheet);
    const valueRanges = [...matches.values()].map(({ place, dataFilters }) => ({
      valueRange: readValues(scopes(place.sheet), place.box, toReadOptions(body)),
      dataFilters,
    }));
    return { spreadsheetId: spreadsheet.id, ...(valueRanges.length > 0 && { valueRanges }) };
  },
});

const batchUpdateByDataFilter = method({
  id: 'spreadsheets.values.batchUpdateByDataFilter',
  http: 'POST',
  template: `${SPREADSHEET}/values:batchUpdateByDataFilter`,
  quota: 'write',
  query: {},
  body: {
    type: message('BatchUpdateValuesByDataFilterRequest', {
      data: repeated(types.DataFilterValueRange),
      ...types.WRITE_OPTIONS,
    }),
  },
  response: opaque,
  run({ body: { data = [], ...options }, ...call }) {
    const { id } = openedBy(call);
    const { email } = call.caller;
    return call.store.change(id, (draft) => {
      const sheets = new Set<number>();
      // A filter that matches several places writes to all of them.
      const responses = data.flatMap(({ dataFilter = {}, ...given }, index) =>
        findFilterPlaces(draft, dataFilter).map((place) => {
          sheets.add(place.sheet.sheetId);
          const written = namingData(index, () =>
            updatePlace({ draft, email }, place, toA1(place.sheet, place.box), given, options),
          );
          return { ...written, dataFilter };
        }),
      );
      return toTotals(draft, responses, sheets.size);
    });
  },
});

const batchClearByDataFilter = method({
  id: 'spreadsheets.values.batchClearByDataFilter',
  http: 'POST',
  template: `${SPREADSHEET}/values:batchClearByDataFilter`,
  quota: 'write',
  query: {},
  body: { type: message('BatchClearValuesByDataFilterRequest', { dataFilters: repeated(DataFilter) }) },
  response: types.BatchClearResponse,
  run({ body, ...call }) {
    const { id } = openedBy(call);
    const clearedRanges = call.store.change(id, (draft) =>
      (body.dataFilters ?? []).flatMap((filter) =>
        findFilterPlaces(draft, filter).map(({ sheet, box }) => {
          refuseProtected(draft, sheet, box, call.caller.email);
          changeCells(sheet, box, (cell) => cell && withValue(cell, undefined));
          return toA1(sheet, box);
        }),
      ),
    );
    return { spreadsheetId: id, ...(clearedRanges.length > 0 && { clearedRanges }) };
  },
});

const getMetadata = method({
  id: 'spreadsheets.developerMetadata.get',
  http: 'GET',
  template: `${SPREADSHEET}/developerMetadata/{metadataId}`,
  quota: 'read',
  query: {},
  response: DeveloperMetadata,
  run(call) {
    const found = openedBy(call).metadata.find(({ metadataId }) => String(metadataId) === call.path['metadataId']);
    if (found === undefined) throw notFound();
    return toDeveloperMetadata(found);
  },
});

const searchMetadata = method({
  id: 'spreadsheets.developerMetadata.search',
  http: 'POST',
  template: `${SPREADSHEET}/developerMetadata:search`,
  quota: 'read',
  query: {},
  body: { type: message('SearchDeveloperMetadataRequest', { dataFilters: repeated(DataFilter) }) },
  response: message('SearchDeveloperMetadataResponse', {
    matchedDeveloperMetadata: repeated(
      message('MatchedDeveloperMetadata', { developerMetadata: DeveloperMetadata, dataFilters: repeated(DataFilter) }),
    ),
  }),
  run({ body, ...call }) {
    const spreadsheet = openedBy(call);
    const matches = new Map<number, { developerMetadata: DeveloperMetadata; dataFilters: Filter[] }>();
    for (const filter of body.dataFilters ?? []) {
      for (const metadata of findMetadata(spreadsheet, filter)) {
        const match = matches.get(metadata.metadataId);
        if (match !== undefined) match.dataFilters.push(filter);
        else
          matches.set(metadata.metadataId, { developerMetadata: toDeveloperMetadata(metadata), dataFilters: [filter] });
      }
    }
    return matches.size > 0 ? { matchedDeveloperMetadata: [...matches.values()] } : {};
  },
});

export const DATA_FILTER_METHODS = [
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  batchClearByDataFilter,
  searchMetadata,
  getMetadata,
];
