import type { Box, Sheet, Spreadsheet } from '../entities.ts';
import { refuseProtected } from '../access.ts';
import { invalidArgument } from '../errors.ts';
import { findBox } from '../grid/places.ts';
import { withColorTwins } from '../answers/colors.ts';
import { parseFieldMask, type FieldMask } from '../wire/field-mask.ts';
import type { GridRange } from '../wire/messages.ts';
import type { ProtoType } from '../wire/proto.ts';

/** What a request changes, and for whom. */
export interface Change {
  draft: Spreadsheet;
  email: string;
}

/** One kind of `batchUpdate` request: its message and what it does. The reply is empty when there is none. */
export interface RequestKind {
  type: ProtoType<unknown>;
  apply(change: Change, request: unknown): object | undefined;
}

export function kind<T>(type: ProtoType<T>, apply: (change: Change, request: T) => object | undefined): RequestKind {
  // The batch hands each request to the kind whose own type has parsed it.
  return { type, apply: (change, request) => apply(change, request as T) };
}

/** A field that the request cannot do without. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw invalidArgument(`Must specify ${name}.`);
  return value;
}

/** The mask of an update. Google refuses an update that names no field. */
export function updateMask(fields: string | undefined, type: ProtoType<unknown>): FieldMask {
  if (fields === undefined || fields === '') {
    throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  return withColorTwins(parseFieldMask(fields, type));
}

/** The place of a request that writes: inside the grid and not protected against the caller. */
export function writableBox({ draft, email }: Change, range: GridRange | undefined): { sheet: Sheet; box: Box } {
  const place = findBox(draft, required(range, 'range'));
  refuseProtected(draft, place.sheet, place.box, email);
  return place;
}
