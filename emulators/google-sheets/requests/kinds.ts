import * as annotations from './annotations.ts';
import * as banding from './banding.ts';
import * as cells from './cells.ts';
import * as cleanUp from './clean-up.ts';
import * as metadata from './developer-metadata.ts';
import * as filters from './filters.ts';
import { findReplace } from './find-replace.ts';
import * as groups from './groups.ts';
import type { RequestKind } from './kind.ts';
import * as lines from './lines.ts';
import * as merges from './merges.ts';
import * as moves from './moves.ts';
import * as ranges from './ranges.ts';
import * as sheets from './sheets.ts';
import * as texts from './texts.ts';

/** The kinds of `batchUpdate` request that are carried out. */
export const SUPPORTED_KINDS: ReadonlyMap<string, RequestKind> = new Map(
  Object.entries({
    addSheet: sheets.addSheet,
    deleteSheet: sheets.deleteSheet,
    duplicateSheet: sheets.duplicateSheet,
    updateSheetProperties: sheets.updateSheetProperties,
    updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
    appendDimension: lines.appendDimension,
    insertDimension: lines.insertDimension,
    deleteDimension: lines.deleteDimension,
    moveDimension: lines.moveDimension,
    updateDimensionProperties: lines.updateDimensionProperties,
    autoResizeDimensions: lines.autoResizeDimensions,
    addDimensionGroup: groups.addDimensionGroup,
    deleteDimensionGroup: groups.deleteDimensionGroup,
    updateDimensionGroup: groups.updateDimensionGroup,
    updateCells: cells.updateCells,
    appendCells: cells.appendCells,
    repeatCell: cells.repeatCell,
    setDataValidation: cells.setDataValidation,
    updateBorders: cells.updateBorders,
    sortRange: moves.sortRange,
    copyPaste: moves.copyPaste,
    cutPaste: moves.cutPaste,
    insertRange: ranges.insertRange,
    deleteRange: ranges.deleteRange,
    pasteData: texts.pasteData,
    textToColumns: texts.textToColumns,
    trimWhitespace: cleanUp.trimWhitespace,
    deleteDuplicates: cleanUp.deleteDuplicates,
    findReplace,
    mergeCells: merges.mergeCells,
    unmergeCells: merges.unmergeCells,
    addNamedRange: annotations.addNamedRange,
    updateNamedRange: annotations.updateNamedRange,
    deleteNamedRange: annotations.deleteNamedRange,
    addProtectedRange: annotations.addProtectedRange,
    updateProtectedRange: annotations.updateProtectedRange,
    deleteProtectedRange: annotations.deleteProtectedRange,
    setBasicFilter: filters.setBasicFilter,
    clearBasicFilter: filters.clearBasicFilter,
    addFilterView: filters.addFilterView,
    updateFilterView: filters.updateFilterView,
    duplicateFilterView: filters.duplicateFilterView,
    deleteFilterView: filters.deleteFilterView,
    addBanding: banding.addBanding,
    updateBanding: banding.updateBanding,
    deleteBanding: banding.deleteBanding,
    addConditionalFormatRule: annotations.addConditionalFormatRule,
    updateConditionalFormatRule: annotations.updateConditionalFormatRule,
    deleteConditionalFormatRule: annotations.deleteConditionalFormatRule,
    createDeveloperMetadata: metadata.createDeveloperMetadata,
    updateDeveloperMetadata: metadata.updateDeveloperMetadata,
    deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
  }),
);

/** The kinds that Google knows and this emulator refuses by name. */
export const REFUSED_KINDS = [
  'addChart',
  'addDataSource',
  'addSlicer',
  'addTable',
  'autoFill',
  'cancelDataSourceRefresh',
  'deleteDataSource',
  'deleteEmbeddedObject',
  'deleteTable',
  'randomizeRange',
  'refreshDataSource',
  'updateChartSpec',
  'updateDataSource',
  'updateEmbeddedObjectBorder',
  'updateEmbeddedObjectPosition',
  'updateSlicerSpec',
  'updateTable',
] as const;
