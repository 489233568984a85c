import type { Cell } from '../entities.ts';
import { displayText, effectiveValue, hyperlinkOf } from '../values/effective.ts';
import { wants, type FieldMask } from '../wire/field-mask.ts';
import type { CellData, CellFormat } from '../wire/messages.ts';
import { withColorStyles } from './colors.ts';

const WHITE = { red: 1, green: 1, blue: 1 };

/** How a cell looks that nobody has formatted. */
export const DEFAULT_FORMAT: CellFormat = {
  backgroundColor: WHITE,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: WHITE },
};

/** A cell as the API tells it, as far as the mask asks. */
export function toCellData(cell: Cell | undefined, mask: FieldMask): CellData {
  if (cell === undefined) return {};
  const { userEnteredValue, userEnteredFormat, note, dataValidation, textFormatRuns } = cell;
  const hasValue = userEnteredValue !== undefined;
  const effective = hasValue && wants(mask, 'effectiveValue') ? effectiveValue(cell) : undefined;
  const hyperlink = wants(mask, 'hyperlink') ? hyperlinkOf(cell) : undefined;
  return {
    ...(hasValue && { userEnteredValue }),
    ...(effective && { effectiveValue: effective }),
    ...(hasValue && wants(mask, 'formattedValue') && { formattedValue: displayText(cell) }),
    ...(userEnteredFormat && { userEnteredFormat: withColorStyles(userEnteredFormat) }),
    ...(wants(mask, 'effectiveFormat') && { effectiveFormat: effectiveFormat(cell) }),
    ...(hyperlink !== undefined && { hyperlink }),
    ...(note !== undefined && { note }),
    ...(textFormatRuns && { textFormatRuns: withColorStyles(textFormatRuns) }),
    ...(dataValidation && { dataValidation }),
  };
}

function effectiveFormat(cell: Cell): CellFormat {
  const entered = cell.userEnteredFormat ?? {};
  const { numberValue } = effectiveValue(cell) ?? {};
  const horizontalAlignment = numberValue === undefined ? 'LEFT' : 'RIGHT';
  return withColorStyles({
    ...DEFAULT_FORMAT,
    hyperlinkDisplayType: hyperlinkOf(cell) === undefined ? 'PLAIN_TEXT' : 'LINKED',
    ...(cell.userEnteredValue && { horizontalAlignment }),
    ...entered,
    textFormat: { ...DEFAULT_FORMAT.textFormat, ...entered.textFormat },
  });
}
