/** One part of a multipart body. */
export interface Part {
  name: string;
  content: Buffer;
}

/** The parts of a `multipart/form-data` body; undefined when the content type or the body is of another form. */
export function readMultipart(contentType: string, body: Buffer): Part[] | undefined {
  const [, quoted, plain] = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(mark);
  while (start !== -1) {
    const end = body.indexOf(mark, start + mark.length);
    if (end === -1) return parts;
    const part = readPart(body.subarray(start + mark.length + 2, end - 2));
    if (part === undefined) return undefined;
    parts.push(part);
    start = end;
  }
  return undefined;
}

function readPart(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const name = /^content-disposition:.*\bname="([^"]*)"/im.exec(bytes.toString('latin1', 0, Math.max(end, 0)))?.[1];
  return end === -1 || name === undefined ? undefined : { name, content: bytes.subarray(end + 4) };
}
