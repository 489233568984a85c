import { csvLines, toCsvLine, toErrorText, type Outcome } from '../bulk/index.ts';
import type { AnswerRecord } from '../soql/index.ts';
import { csvAnswer, jsonAnswer, xmlAnswer, type TextAnswer } from './answers.ts';
import type { AsyncBatch, ContentType, QueryResult } from './job.ts';
import { toDocument, toElements, toText, type Element } from './xml.ts';

const STYLE = { delimiter: ',', lineEnding: '\n' } as const;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/;

/** What became of the rows of a batch, in the format of its job. */
export function ingestResult({ outcomes }: AsyncBatch, contentType: ContentType): TextAnswer {
  if (contentType === 'JSON') return jsonAnswer(outcomes.map(toJsonOutcome));
  if (contentType === 'XML') {
    return xmlAnswer(toDocument('results', toElements({ result: outcomes.map(toXmlOutcome) })));
  }
  const lines = outcomes.map(({ id, created, errors }) => [
    id,
    String(errors === undefined),
    String(created),
    errors === undefined ? '' : toErrorText(errors),
  ]);
  return csvAnswer([['Id', 'Success', 'Created', 'Error'], ...lines].map((line) => toCsvLine(line, STYLE)).join(''));
}

function toJsonOutcome({ id, created, errors = [] }: Outcome): Record<string, unknown> {
  return {
    success: errors.length === 0,
    created,
    id: id === '' ? null : id,
    errors: errors.map(({ message, fields, statusCode }) => ({
      message,
      fields,
      statusCode,
      extendedErrorDetails: null,
    })),
  };
}

function toXmlOutcome({ id, created, errors = [] }: Outcome): Record<string, unknown> {
  return {
    errors: errors.map(({ fields, message, statusCode }) => ({ fields, message, statusCode })),
    id: id === '' ? null : id,
    success: errors.length === 0,
    created,
  };
}

/** The ids under which the answer to a query is fetched. */
export function resultList({ id }: QueryResult, contentType: ContentType): TextAnswer {
  return contentType === 'JSON' ? jsonAnswer([id]) : xmlAnswer(toDocument('result-list', toElements({ result: id })));
}

/** The records that a query found, in the format of its job. */
export function queryResult({ columns, records }: QueryResult, contentType: ContentType): TextAnswer {
  if (contentType === 'JSON') return jsonAnswer(records.map(withEpochs));
  if (contentType === 'XML') {
    const xsi = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    return xmlAnswer(
      toDocument(
        'queryResult',
        records.map((record) => toRecordElement('records', record)),
        xsi,
      ),
    );
  }
  if (records.length === 0) return csvAnswer('Records not found for this query');
  return csvAnswer([toCsvLine(columns, STYLE), ...csvLines(records, columns, STYLE)].join(''));
}

/** A datetime is milliseconds since 1970 here. https://github.com/simple-salesforce/simple-salesforce/issues/290 */
function withEpochs(value: unknown): unknown {
  if (typeof value === 'string') return MOMENT.test(value) ? Date.parse(value.replace('+0000', 'Z')) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withEpochs(one)]));
}

function toRecordElement(name: string, { attributes, ...values }: AnswerRecord): Element {
  const type = { tag: 'type', content: String((attributes as { type: unknown }).type) };
  const fields = Object.entries(values).map(([field, value]) => toFieldElement(field, value));
  return { tag: `${name} xsi:type="sObject"`, content: [type, ...fields] };
}

function toFieldElement(name: string, value: unknown): Element {
  if (value === null || value === undefined) return { tag: `${name} xsi:nil="true"`, content: '' };
  if (typeof value === 'object') return toRecordElement(name, value as AnswerRecord);
  const text = toText(value);
  return { tag: name, content: MOMENT.test(text) ? text.replace('+0000', 'Z') : text };
}
