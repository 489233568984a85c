import { invalidField, invalidType, malformedQuery, type ApiError } from '../errors.ts';

/**
 * The text of a query error that points into the query: the line, a caret under the place and the row and column.
 *
 * The place is where the name stands outside quotes; a name that stands nowhere (made up by FIELDS) points at the start.
 */
function pointed(text: string, name: string, message: string): string {
  const at = placeOf(text, name);
  const before = text.slice(0, at);
  const row = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const line = text.split('\n')[row - 1] ?? text;
  return `\n${line}\n${' '.repeat(column - 1)}^\nERROR at Row:${row}:Column:${column}\n${message}`;
}

function placeOf(text: string, name: string): number {
  const blanked = text.replace(/'(?:\\.|[^'\\])*'/g, (quotedText) => ' '.repeat(quotedText.length));
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`(?<![\\w.])${escaped}(?![\\w.])`, 'i').exec(blanked);
  return found?.index ?? 0;
}

export function noSuchColumn(text: string, name: string, written: string, entity: string): ApiError {
  return invalidField(
    pointed(
      text,
      written,
      `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    ),
  );
}

export function noSuchType(text: string, name: string): ApiError {
  return invalidType(
    pointed(
      text,
      name,
      `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    ),
  );
}

export function noSuchParent(text: string, name: string, written: string): ApiError {
  return invalidField(
    pointed(
      text,
      written,
      `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    ),
  );
}

export function noSuchChild(text: string, name: string): ApiError {
  return invalidType(
    pointed(
      text,
      name,
      `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    ),
  );
}

/** A field that may not stand where it stands, such as a long text in a filter. */
export function misplacedField(text: string, written: string, message: string): ApiError {
  return invalidField(pointed(text, written, message));
}

export function unexpectedToken(text: string, token: string): ApiError {
  return malformedQuery(pointed(text, token, `unexpected token: '${token}'`));
}
