import type { SheetRequest } from './requests.ts';

/** A request as the text that is sent. Rows to append stand apart, so that they can join those before them. */
export interface EncodedRequest {
  open: string;
  text: string;
  close: string;
  /** Bytes that it adds to a body at most. */
  bytes: number;
}

/** Turns a request into text, once: the vendor's client would copy it, part by part, twice before. */
export function encode(request: SheetRequest): EncodedRequest {
  const { appendCells } = request;
  if (appendCells?.rows === undefined) return encoded('', JSON.stringify(request), '');
  const { rows, ...rest } = appendCells;
  const head = JSON.stringify({ appendCells: rest });
  return encoded(`${head.slice(0, -2)},"rows":[`, rows.map((row) => JSON.stringify(row)).join(), ']}}');
}

/** The requests as a JSON list, in their order; rows appended one after the other to the same tab in one request. */
export function toList(requests: readonly EncodedRequest[]): string {
  const parts: string[] = [];
  let last: EncodedRequest | undefined;
  for (const request of requests) {
    if (last !== undefined) parts.push(joins(last, request) ? ',' : `${last.close},`);
    if (last === undefined || !joins(last, request)) parts.push(request.open);
    parts.push(request.text);
    last = request;
  }
  return `[${parts.join('')}${last?.close ?? ''}]`;
}

function encoded(open: string, text: string, close: string): EncodedRequest {
  return { open, text, close, bytes: Buffer.byteLength(text) + open.length + close.length + 1 };
}

function joins(one: EncodedRequest, next: EncodedRequest): boolean {
  return one.open !== '' && one.open === next.open;
}
