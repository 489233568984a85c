import { mayEdit } from '../access.ts';
import type { Box, Sheet, Spreadsheet } from '../entities.ts';
import { intersects, toGridRange, wholeSheet, type Place } from '../grid/places.ts';
import { maskBelow, wants, type FieldMask } from '../wire/field-mask.ts';
import type { ProtectedRange, SheetMessage, SheetProperties, SpreadsheetMessage } from '../wire/messages.ts';
import { DEFAULT_FORMAT } from './cell-data.ts';
import { withColorStyles } from './colors.ts';
import { toDeveloperMetadata } from './developer-metadata.ts';
import { toGridData } from './grid-data.ts';

/** What a caller asks to see of a spreadsheet. */
export interface View {
  email: string;
  mask: FieldMask;
  /** Only these places; all sheets when absent. */
  places?: readonly Place[] | undefined;
  includeGridData: boolean;
}

/** A spreadsheet as the API tells it to one caller. */
export function toSpreadsheet(spreadsheet: Spreadsheet, view: View): SpreadsheetMessage {
  const { id, namedRanges, metadata } = spreadsheet;
  const ofWhole = metadata.filter(({ place }) => place.on === 'SPREADSHEET');
  return {
    spreadsheetId: id,
    properties: { ...spreadsheet.properties, defaultFormat: DEFAULT_FORMAT, spreadsheetTheme: THEME },
    ...(wants(view.mask, 'sheets') && { sheets: toSheets(spreadsheet, view) }),
    ...(namedRanges.length > 0 && { namedRanges }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    ...(ofWhole.length > 0 && { developerMetadata: ofWhole.map(toDeveloperMetadata) }),
  };
}

function toSheets(spreadsheet: Spreadsheet, view: View): SheetMessage[] {
  return spreadsheet.sheets.flatMap((sheet, index) => {
    const boxes = view.places?.filter((place) => place.sheet.sheetId === sheet.sheetId).map(({ box }) => box);
    return boxes?.length === 0 ? [] : [toSheet(spreadsheet, sheet, index, boxes, view)];
  });
}

function toSheet(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  index: number,
  boxes: readonly Box[] | undefined,
  { email, mask, includeGridData }: View,
): SheetMessage {
  const { conditionalFormats, protectedRanges, basicFilter, filterViews, bandedRanges, rowGroups, columnGroups } =
    sheet;
  // A mask makes the parameter irrelevant: what it names is told.
  const withData = mask.size === 0 ? includeGridData : wants(mask, 'sheets', 'data');
  const merges = sheet.merges.filter((merge) => boxes?.some((box) => intersects(box, merge)) ?? true);
  const metadata = spreadsheet.metadata.filter(({ place }) => place.on === 'SHEET' && place.sheetId === sheet.sheetId);
  const dataMask = maskBelow(mask, 'sheets', 'data');
  return {
    properties: toSheetProperties(sheet, index),
    ...(withData && {
      data: (boxes ?? [wholeSheet(sheet)]).map((box) => toGridData(spreadsheet, sheet, box, dataMask)),
    }),
    ...(merges.length > 0 && { merges: merges.map(toGridRange) }),
    ...(conditionalFormats.length > 0 && { conditionalFormats }),
    ...(protectedRanges.length > 0 && {
      protectedRanges: protectedRanges.map((range) => toProtectedRange(spreadsheet, range, email)),
    }),
    ...(basicFilter && { basicFilter }),
    ...(filterViews.length > 0 && { filterViews }),
    ...(bandedRanges.length > 0 && { bandedRanges }),
    ...(metadata.length > 0 && { developerMetadata: metadata.map(toDeveloperMetadata) }),
    ...(rowGroups.length > 0 && { rowGroups }),
    ...(columnGroups.length > 0 && { columnGroups }),
  };
}

export function toSheetProperties(sheet: Sheet, index: number): SheetProperties {
  const { gridProperties, ...rest } = sheet.properties;
  return withColorStyles({
    sheetId: sheet.sheetId,
    title: sheet.title,
    index,
    sheetType: 'GRID',
    gridProperties: { rowCount: sheet.rows.length, columnCount: sheet.columns.length, ...gridProperties },
    ...rest,
  });
}

/** Only who may edit a protected range is told who else may. */
function toProtectedRange(spreadsheet: Spreadsheet, range: ProtectedRange, email: string): ProtectedRange {
  const { editors, ...rest } = range;
  if (!mayEdit(spreadsheet, range, email)) return rest;
  return { ...rest, requestingUserCanEdit: true, ...(editors && { editors }) };
}

const THEME = {
  primaryFontFamily: 'Arial',
  themeColors: [
    { colorType: 'TEXT', color: { rgbColor: {} } },
    { colorType: 'BACKGROUND', color: { rgbColor: { red: 1, green: 1, blue: 1 } } },
    { colorType: 'ACCENT1', color: { rgbColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 } } },
    { colorType: 'ACCENT2', color: { rgbColor: { red: 0.91764706, green: 0.2627451, blue: 0.20784314 } } },
    { colorType: 'ACCENT3', color: { rgbColor: { red: 0.9843137, green: 0.7372549, blue: 0.015686275 } } },
    { colorType: 'ACCENT4', color: { rgbColor: { red: 0.20392157, green: 0.65882355, blue: 0.3254902 } } },
    { colorType: 'ACCENT5', color: { rgbColor: { red: 1, green: 0.42745098, blue: 0.003921569 } } },
    { colorType: 'ACCENT6', color: { rgbColor: { red: 0.27450982, green: 0.7411765, blue: 0.7764706 } } },
    { colorType: 'LINK', color: { rgbColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } } },
  ],
};
