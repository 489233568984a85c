import { MASTER_RECORD_TYPE } from '../describe/index.ts';
import { ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { LAYOUT_TYPES, MODES, oneOf, toLayout } from './layout.ts';
import { objectInfos } from './record-defaults.ts';
import { findUiRecord, layoutTree, listOf } from './records.ts';
import { toUiRecord } from './record.ts';

/** Records with all that a page needs to show them. */
export function recordUiEndpoints(): Endpoint[] {
  return [{ method: 'GET', path: '/ui-api/record-ui/:ids', answer: recordUi }];
}

function recordUi(call: Call): Answer {
  const types = wordsOf(call, 'layoutTypes', LAYOUT_TYPES, 'Full');
  const modes = wordsOf(call, 'modes', MODES, 'View');
  const found = listOf(param(call, 'ids')).map((id) => findUiRecord(call, id));
  const objects = [...new Set(found.map(({ object }) => object))];
  const layouts = objects.map((object): [string, unknown] => {
    const byMode = (type: string) =>
      Object.fromEntries(modes.map((mode) => [mode, toLayout(call, object, type, mode)]));
    return [object.name, { [MASTER_RECORD_TYPE]: Object.fromEntries(types.map((type) => [type, byMode(type)])) }];
  });
  const optional = listOf(call.query['optionalFields']);
  return ok({
    layouts: Object.fromEntries(layouts),
    layoutUserStates: {},
    objectInfos: Object.assign({}, ...objects.map((object) => objectInfos(call, object))) as Record<string, unknown>,
    records: Object.fromEntries(
      found.map(({ object, record }) => [
        String(record['Id']),
        toUiRecord(call, object, record, layoutTree(call, object, types, optional)),
      ]),
    ),
  });
}

function wordsOf({ query }: Call, parameter: string, words: string[], usual: string): string[] {
  const given = listOf(query[parameter]);
  return (given.length === 0 ? [usual] : given).map((word) => oneOf(words, word, parameter));
}
