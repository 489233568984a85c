import { withColorStyles } from '../answers/colors.ts';
import type { Sheet, Spreadsheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { findBox, intersects, toBox, toGridRange } from '../grid/places.ts';
import { newId } from '../store.ts';
import { applyFields } from '../wire/field-mask.ts';
import { BandedRange } from '../wire/messages.ts';
import { int32, message, string } from '../wire/proto.ts';
import { kind, required, updateMask } from './kind.ts';

/** Keeps bands on their own: two of them cannot lie on one cell. */
function keepBands(draft: Spreadsheet, given: BandedRange): BandedRange {
  const { sheet, box } = findBox(draft, required(given.range, 'bandedRange.range'));
  if (given.rowProperties === undefined && given.columnProperties === undefined) {
    throw invalidArgument('At least one of rowProperties or columnProperties must be specified.');
  }
  const others = sheet.bandedRanges.filter(({ bandedRangeId }) => bandedRangeId !== given.bandedRangeId);
  if (others.some(({ range }) => intersects(toBox(sheet, range ?? {}), box))) {
    throw invalidArgument(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const bands = withColorStyles({ ...given, range: toGridRange(box) });
  sheet.bandedRanges = [...others, bands];
  return bands;
}

export const addBanding = kind(message('AddBandingRequest', { bandedRange: BandedRange }), ({ draft }, request) => {
  const given = required(request.bandedRange, 'bandedRange');
  const taken = draft.sheets.flatMap(({ bandedRanges }) => bandedRanges.map(({ bandedRangeId }) => bandedRangeId));
  const bandedRangeId = given.bandedRangeId ?? newId(taken);
  if (taken.includes(bandedRangeId)) {
    throw invalidArgument(`A banded range with id ${String(bandedRangeId)} already exists.`);
  }
  return { bandedRange: keepBands(draft, { ...given, bandedRangeId }) };
});

export const updateBanding = kind(
  message('UpdateBandingRequest', { bandedRange: BandedRange, fields: string }),
  ({ draft }, request) => {
    const given = required(request.bandedRange, 'bandedRange');
    const { sheet, bands } = findBands(draft, given.bandedRangeId);
    const next = applyFields(bands, given, updateMask(request.fields, BandedRange));
    sheet.bandedRanges = sheet.bandedRanges.filter((one) => one !== bands);
    keepBands(draft, { ...next, bandedRangeId: bands.bandedRangeId ?? 0 });
    return undefined;
  },
);

export const deleteBanding = kind(message('DeleteBandingRequest', { bandedRangeId: int32 }), ({ draft }, request) => {
  const { sheet, bands } = findBands(draft, request.bandedRangeId);
  sheet.bandedRanges = sheet.bandedRanges.filter((one) => one !== bands);
  return undefined;
});

function findBands(draft: Spreadsheet, id: number | undefined): { sheet: Sheet; bands: BandedRange } {
  for (const sheet of draft.sheets) {
    const bands = sheet.bandedRanges.find(({ bandedRangeId }) => bandedRangeId === id);
    if (bands !== undefined) return { sheet, bands };
  }
  throw invalidArgument(`No banded range with id: ${String(id ?? 0)}`);
}
