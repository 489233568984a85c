import type { Metadata, MetadataPlace } from '../entities.ts';
import type { DeveloperMetadata } from '../wire/messages.ts';

/** Developer metadata as the API tells it. */
export function toDeveloperMetadata({ place, ...metadata }: Metadata): DeveloperMetadata {
  return { ...metadata, location: toLocation(place) };
}

function toLocation(place: MetadataPlace): NonNullable<DeveloperMetadata['location']> {
  if (place.on === 'SPREADSHEET') return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (place.on === 'SHEET') return { locationType: 'SHEET', sheetId: place.sheetId };
  return {
    locationType: place.on === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: {
      ...(place.sheetId !== 0 && { sheetId: place.sheetId }),
      dimension: place.on,
      startIndex: place.index,
      endIndex: place.index + 1,
    },
  };
}
