import type { Cell } from '../entities.ts';
import type { Scope } from '../formula/scope.ts';
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
export function toCellData(cell: Cell | undefined, scope: Scope, mask: FieldMask): CellData {
  if (cell === undefined) return {};
  const { userEnteredValue, userEnteredFormat, note, dataValidation, textFormatRuns } = cell;
  const hasValue = userEnteredValue !== undefined;
  const effective = hasValue && wants(mask, 'effectiveValue') ? effectiveValue(cell, scope) : undefined;
  const hyperlink = wants(mask, 'hyperlink') ? hyperlinkOf(cell, scope) : undefined;
  return {
    ...(hasValue && { userEnteredValue }),
    ...(effective && { effectiveValue: effective }),
    ...(hasValue && wants(mask, 'formattedValue') && { formattedValue: displayText(cell, scope) }),
    ...(userEnteredFormat && { userEnteredFormat }),
    ...(wants(mask, 'effectiveFormat') && { effectiveFormat: effectiveFormat(cell, scope) }),
    ...(hyperlink !== undefined && { hyperlink }),
    ...(note !== undefined && { note }),
    ...(textFormatRuns && { textFormatRuns }),
    ...(dataValidation && { dataValidation }),
  };
}

const UNFORMATTED: CellFormat = {};
const derived = new WeakMap<CellFormat, Map<string, CellFormat>>();

/** Cells share their formats, and so share what is derived from them. */
function effectiveFormat(cell: Cell, scope: Scope): CellFormat {
  const entered = cell.userEnteredFormat ?? UNFORMATTED;
  const { numberValue } = effectiveValue(cell, scope) ?? {};
  const alignment = cell.userEnteredValue === undefined ? undefined : numberValue === undefined ? 'LEFT' : 'RIGHT';
  const display = hyperlinkOf(cell, scope) === undefined ? 'PLAIN_TEXT' : 'LINKED';
  const variants = derived.get(entered) ?? new Map<string, CellFormat>();
  derived.set(entered, variants);
  const key = `${alignment ?? ''} ${display}`;
  const known = variants.get(key);
  if (known !== undefined) return known;
  const format = withColorStyles({
    ...DEFAULT_FORMAT,
    hyperlinkDisplayType: display,
    ...(alignment && { horizontalAlignment: alignment }),
    ...entered,
    textFormat: { ...DEFAULT_FORMAT.textFormat, ...entered.textFormat },
  } satisfies CellFormat);
  variants.set(key, format);
  return format;
}
