import type { Box, Metadata, MetadataPlace, Sheet, Spreadsheet } from './entities.ts';
import { invalidArgument } from './errors.ts';
import { findA1, findBox, findSheet, intersects, wholeSheet, type Place } from './grid/places.ts';
import type { DataFilter, DeveloperMetadata } from './wire/messages.ts';

type Location = NonNullable<DeveloperMetadata['location']>;
type Lookup = NonNullable<DataFilter['developerMetadataLookup']>;

/** The place that a metadata location names; a dimension range must be one row or one column. */
export function toPlace(spreadsheet: Spreadsheet, location: Location): MetadataPlace {
  if (location.spreadsheet === true) return { on: 'SPREADSHEET' };
  const range = location.dimensionRange;
  if (range === undefined) {
    if (location.sheetId === undefined) throw invalidArgument('Must specify a location for developer metadata.');
    return { on: 'SHEET', sheetId: findSheet(spreadsheet, location.sheetId).sheetId };
  }
  const { sheetId = 0, dimension, startIndex = 0, endIndex } = range;
  const sheet = findSheet(spreadsheet, sheetId);
  if ((dimension !== 'ROWS' && dimension !== 'COLUMNS') || endIndex !== startIndex + 1) {
    throw invalidArgument('Developer metadata can only be associated with a single row or a single column.');
  }
  const size = dimension === 'ROWS' ? sheet.rows.length : sheet.columns.length;
  if (startIndex < 0 || startIndex >= size) {
    throw invalidArgument(
      `dimensionRange.startIndex[${String(startIndex)}] is outside of the grid of ${String(size)}.`,
    );
  }
  return { on: dimension, sheetId, index: startIndex };
}

/** The metadata that a filter finds. */
export function findMetadata(spreadsheet: Spreadsheet, filter: DataFilter): Metadata[] {
  const { developerMetadataLookup: lookup } = filter;
  if (lookup !== undefined) return spreadsheet.metadata.filter((one) => fits(spreadsheet, one, lookup));
  const { sheet, box } = findFilterBox(spreadsheet, filter);
  return spreadsheet.metadata.filter(({ place }) => placesMeet(sheet, place, box));
}

const LOCATION_TYPES = { ROWS: 'ROW', COLUMNS: 'COLUMN', SHEET: 'SHEET', SPREADSHEET: 'SPREADSHEET' } as const;

function fits(spreadsheet: Spreadsheet, metadata: Metadata, lookup: Lookup): boolean {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  const differs = <T>(wanted: T | undefined, actual: T | undefined): boolean =>
    wanted !== undefined && wanted !== actual;
  if (differs(metadataId, metadata.metadataId) || differs(metadataKey, metadata.metadataKey)) return false;
  if (differs(metadataValue, metadata.metadataValue) || differs(visibility, metadata.visibility)) return false;
  if (differs(locationType, LOCATION_TYPES[metadata.place.on])) return false;
  if (metadataLocation === undefined) return true;
  const wanted = toPlace(spreadsheet, metadataLocation);
  if (JSON.stringify(wanted) === JSON.stringify(metadata.place)) return true;
  if (lookup.locationMatchingStrategy === 'EXACT_LOCATION') return false;
  if (wanted.on === 'SPREADSHEET') return true;
  const sheet = findSheet(spreadsheet, wanted.sheetId);
  return placesMeet(sheet, metadata.place, boxOf(sheet, wanted));
}

function placesMeet(sheet: Sheet, place: MetadataPlace, box: Box): boolean {
  if (place.on === 'SPREADSHEET' || place.sheetId !== sheet.sheetId) return false;
  return intersects(boxOf(sheet, place), box);
}

function boxOf(sheet: Sheet, place: MetadataPlace): Box {
  const whole = wholeSheet(sheet);
  if (place.on === 'ROWS') return { ...whole, top: place.index, bottom: place.index + 1 };
  if (place.on === 'COLUMNS') return { ...whole, left: place.index, right: place.index + 1 };
  return whole;
}

/** The places that a data filter selects: its range, or the rows, columns and sheets of the metadata it finds. */
export function findFilterPlaces(spreadsheet: Spreadsheet, filter: DataFilter): Place[] {
  if (filter.developerMetadataLookup === undefined) return [findFilterBox(spreadsheet, filter)];
  return findMetadata(spreadsheet, filter).flatMap(({ place }) => {
    if (place.on === 'SPREADSHEET') return [];
    const sheet = findSheet(spreadsheet, place.sheetId);
    return [{ sheet, box: boxOf(sheet, place), single: false }];
  });
}

function findFilterBox(spreadsheet: Spreadsheet, filter: DataFilter): Place {
  if (filter.a1Range !== undefined) return findA1(spreadsheet, filter.a1Range);
  if (filter.gridRange !== undefined) return { ...findBox(spreadsheet, filter.gridRange, 'gridRange'), single: false };
  throw invalidArgument('Must specify a data filter.');
}
