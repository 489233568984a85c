import * as annotations from './annotations.ts';
import * as cells from './cells.ts';
import * as metadata from './developer-metadata.ts';
import { findReplace } from './find-replace.ts';
import * as groups from './groups.ts';
import type { RequestKind } from './kind.ts';
import * as lines from './lines.ts';
import * as merges from './merges.ts';
import * as moves from './moves.ts';
import * as sheets from './sheets.ts';

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
    updateCells: cells.updateCells,
    appendCells: cells.appendCells,
    repeatCell: cells.repeatCell,
    setDataValidation: cells.setDataValidation,
    updateBorders: cells.updateBorders,
    sortRange: moves.sortRange,
    copyPaste: moves.copyPaste,
    cutPaste: moves.cutPaste,
    findReplace,
    mergeCells: merges.mergeCells,
    unmergeCells: merges.unmergeCells,
    addNamedRange: annotations.addNamedRange,
    updateNamedRange: annotations.updateNamedRange,
    deleteNamedRange: annotations.deleteNamedRange,
    addProtectedRange: annotations.addProtectedRange,
    updateProtectedRange: annotations.updateProtectedRange,
    deleteProtectedRange: annotations.deleteProtectedRange,
    setBasicFilter: annotations.setBasicFilter,
    clearBasicFilter: annotations.clearBasicFilter,
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
  'addBanding',
  'addChart',
  'addDataSource',
  'addFilterView',
  'addSlicer',
  'addTable',
  'autoFill',
  'cancelDataSourceRefresh',
  'deleteBanding',
  'deleteDataSource',
  'deleteDuplicates',
  'deleteEmbeddedObject',
  'deleteFilterView',
  'deleteRange',
  'deleteTable',
  'duplicateFilterView',
  'insertRange',
  'pasteData',
  'randomizeRange',
  'refreshDataSource',
  'textToColumns',
  'trimWhitespace',
  'updateBanding',
  'updateChartSpec',
  'updateDataSource',
  'updateDimensionGroup',
  'updateEmbeddedObjectBorder',
  'updateEmbeddedObjectPosition',
  'updateFilterView',
  'updateSlicerSpec',
  'updateTable',
] as const;
